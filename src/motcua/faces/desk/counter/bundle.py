# SPDX-License-Identifier: Apache-2.0
"""The common receipt of several dossiers that one person handed in together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import applicant, bundles
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.payments import queries as payments
from motcua.domains.units import queries as units
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.faces.desk.slips import spaced
from motcua.kit.access import Role
from motcua.kit.guards import official_required
from motcua.rules.worktime import shown_due


@dataclass(frozen=True, slots=True)
class Row:
    """One dossier of the receipt."""

    shown: DossierCard
    competent: str
    returning: str
    due_at: datetime | None
    fee_vnd: int | None
    secret: str
    tracking: str


@official_required
@require_safe
def bundle(request: HttpRequest, code: str) -> HttpResponse:
    """Show the receipt; secrets stand on it for the receiving counter only."""
    card = bundles.bundle(code)
    shown = [dossier_for(request.actor, one) for one in card.dossiers]
    log(request.actor, "receipt", list(card.dossiers))
    at_counter = request.actor.post(Role.COUNTER, card.unit_id) is not None
    context = {
        "card": card,
        "rows": [_row(one, at_counter) for one in shown],
        "receiving": unit_name(card.unit_id),
        "officer": card.officer_name if at_counter else "",
    }
    return screen(request, "counter/bundle", context)


def _row(shown: DossierCard, at_counter: bool) -> Row:
    bill = payments.bill_of(shown.code)
    calendar = units.work_calendar(shown.competent_unit_id)
    return Row(
        shown=shown,
        competent=unit_name(shown.competent_unit_id),
        returning=unit_name(shown.return_unit_id),
        due_at=shown_due(shown.due_at, calendar) if shown.due_at else None,
        fee_vnd=bill.total_vnd if bill else None,
        secret=spaced(applicant.secret_of(shown.code)) if at_counter else "",
        tracking=f"{settings.PUBLIC_URL}{reverse('portal:track')}?ma={shown.code}",
    )
