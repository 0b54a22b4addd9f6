# SPDX-License-Identifier: Apache-2.0
"""The official forms that were issued to the applicant."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.queries import slips as queries
from motcua.domains.dossiers.queries.slips import SlipCard
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.faces.portal import rights
from motcua.faces.portal.rights import Holder
from motcua.faces.portal.screens import screen
from motcua.kit.faults import NotFound
from motcua.kit.guards import public

FOR_APPLICANTS: Final = (
    SlipKind.RECEIPT,
    SlipKind.SUPPLEMENT,
    SlipKind.REFUSAL,
    SlipKind.EXTENSION,
    SlipKind.STOP,
    SlipKind.FEE_RECEIPT,
    SlipKind.RESULT_RECEIPT,
)
"""Control slips and hand-over lists are between offices."""


def issued_to(dossier_id: int) -> tuple[SlipCard, ...]:
    """Return the forms the applicant may see."""
    return queries.slips(dossier_id, FOR_APPLICANTS)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def slip_file(request: HttpRequest, code: str, slip: int) -> HttpResponse:
    """Send the PDF to the account, or by POST to whoever has proved to hold the receipt."""
    _, card = _own(request, code, slip)
    response = HttpResponse(queries.pdf_of(card), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{card.file_name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
def slip_sheet(request: HttpRequest, code: str, slip: int) -> HttpResponse:
    """Show the form as a sheet to print."""
    holder, card = _own(request, code, slip)
    values = queries.slip_values(card.id)
    context = {"holder": holder, "shown": holder.shown, "card": card, "paper": values, "secret": ""}
    return screen(request, "slip", context)


def _own(request: HttpRequest, code: str, slip: int) -> tuple[Holder, SlipCard]:
    """Return the applicant and the form. Raises NotFound, whatever the reason."""
    holder = rights.holder_of(request, code)
    card = queries.slip(slip, holder.shown.id)
    if card.kind not in FOR_APPLICANTS:
        raise NotFound
    return holder, card
