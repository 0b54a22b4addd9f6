# SPDX-License-Identifier: Apache-2.0
"""What the applicant takes away: the code, its QR code and, for a guest, the secret."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.dossiers import answer_files
from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.dossiers.queries import linkages
from motcua.domains.dossiers.queries.card import DossierCard, attachments, card
from motcua.domains.units import queries as units
from motcua.faces.design.titles import both_text
from motcua.faces.design.units import name_of
from motcua.faces.portal import drafts
from motcua.faces.portal.codes import dossier_code
from motcua.faces.portal.screens import citizen_of, screen
from motcua.kit.faults import NotFound
from motcua.kit.guards import public
from motcua.rules.worktime import shown_due


@public
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Show the receipt to the account or to the browser that submitted; to nobody else."""
    if linkages.exists(dossier_code(code)):
        return HttpResponseRedirect(reverse("portal:linkage_receipt", args=[code]), status=303)
    return screen(request, "receipt", _context(request, code), subjects=[code])


@public
@require_safe
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Show the receipt as a sheet to print."""
    return screen(request, "receipt_sheet", _context(request, code), subjects=[code])


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the draft on this computer: the next person must not see the receipt."""
    response = HttpResponseRedirect(reverse("portal:home"), status=303)
    drafts.forget(response)
    return response


def _context(request: HttpRequest, code: str) -> dict[str, Any]:
    shown, by_account = _own(request, dossier_code(code))
    unit = units.agency(shown.competent_unit_id)
    receiving = units.agency(shown.receiving_unit_id)
    titles = answer_files.titles(shown.version)
    calendar = units.work_calendar(shown.receiving_unit_id)
    return {
        "shown": shown,
        "version": shown.version,
        "secret": "" if by_account else spaced(dossiers.secret_of(shown.code)),
        "tracking": tracking_address(shown.code),
        "unit": name_of(unit),
        "receiving": name_of(receiving),
        "papers": [(both_text(titles.get(one.component_code)), one.file_name)
                   for one in attachments(shown.id)],
        "intake_due": shown_due(shown.queue_due_at, calendar) if shown.status == 1 else None,
    }  # fmt: skip


def _own(request: HttpRequest, code: str) -> tuple[DossierCard, bool]:
    """Return the dossier and whether it is the citizen's by account. Raises NotFound."""
    citizen = citizen_of(request)
    if citizen is not None:
        shown = card(code)
        if shown.account_id is not None and shown.account_id == citizen.account_id:
            return shown, True
    draft = drafts.current(request)
    if draft.dossier_code != code:
        raise NotFound
    return card(code), False


def tracking_address(code: str) -> str:
    """Return where a dossier is followed; the code is in it, the secret never."""
    return f"{settings.PUBLIC_URL}{reverse('portal:track')}?ma={code}"


def spaced(secret: str) -> str:
    """Return the secret in groups of five, as people read it aloud."""
    return " ".join(secret[start : start + 5] for start in range(0, len(secret), 5))
