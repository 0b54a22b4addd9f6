# SPDX-License-Identifier: Apache-2.0
"""The receipt with the appointment for the result, printed at the counter.

Source: Circular 03/2025/TT-VPCP, form 01 (its fields; the official layout was not seen).
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import applicant
from motcua.domains.dossiers.queries import slips as queries
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.filling import filled
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.faces.desk.dossier_view import dossier_view
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.faces.desk.slips import sheet, spaced
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import official_required


@official_required
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Show form 01: as issued, as it will be issued in a moment, or what was submitted so far."""
    shown = dossier_for(request.actor, code)
    issued = queries.slips(shown.id, [SlipKind.RECEIPT])
    if issued:
        address = reverse("desk:slip_sheet", args=[shown.code, issued[-1].id])
        return HttpResponseRedirect(address, status=303)
    log(request.actor, "receipt", [shown.code])
    due = list(occasions(shown.code, [SlipKind.RECEIPT]))
    if due:
        return sheet(request, shown, filled(due[-1]), slip=None)
    return screen(request, "receipt", _context(request, shown))


def _context(request: HttpRequest, shown: DossierCard) -> dict[str, Any]:
    at_counter = request.actor.post(Role.COUNTER, shown.receiving_unit_id)
    return {
        "shown": shown,
        "view": dossier_view(request.actor, shown, clock.now()),
        "receiving": unit_name(shown.receiving_unit_id),
        "competent": unit_name(shown.competent_unit_id),
        "returning": unit_name(shown.return_unit_id),
        "support": unit_name(shown.support_unit_id) if shown.support_unit_id else "",
        "secret": spaced(applicant.secret_of(shown.code)) if at_counter else "",
        "tracking": f"{settings.PUBLIC_URL}{reverse('portal:track')}?ma={shown.code}",
        "officer": request.actor.name if at_counter else "",
    }
