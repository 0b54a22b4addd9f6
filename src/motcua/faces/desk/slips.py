# SPDX-License-Identifier: Apache-2.0
"""The official forms of a dossier: as PDF and as a sheet on screen, both of the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import applicant
from motcua.domains.dossiers.queries import slips as queries
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.slips import SlipCard
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.dossiers.slips import printing
from motcua.faces.design.titles import both_text
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.kit.access import Actor, Role
from motcua.kit.guards import official_required

ON_DEMAND: Final = (SlipKind.CONTROL, SlipKind.HANDOVER)


@official_required
@require_safe
def slip_file(request: HttpRequest, code: str, slip: int) -> HttpResponse:
    """Send the filed PDF; the receiving counter gets the receipt with the applicant's secret."""
    shown = dossier_for(request.actor, code)
    card = queries.slip(slip, shown.id)
    log(request.actor, "slip", [shown.code])
    secret = secret_for(request.actor, shown, card.kind)
    if secret:
        body = printing.pdf(queries.slip_values(card.id), secret=secret)
    else:
        body = queries.pdf_of(card)
    response = HttpResponse(body, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(False, card.file_name)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@official_required
@require_safe
def slip_sheet(request: HttpRequest, code: str, slip: int) -> HttpResponse:
    """Show the form as a sheet to print from the browser."""
    shown = dossier_for(request.actor, code)
    card = queries.slip(slip, shown.id)
    log(request.actor, "slip", [shown.code])
    return sheet(request, shown, queries.slip_values(card.id), slip=card.id)


def sheet(
    request: HttpRequest, shown: DossierCard, values: Mapping[str, Any], *, slip: int | None
) -> HttpResponse:
    """Return the page of a form; without a `slip` it has not got its number yet."""
    secret = secret_for(request.actor, shown, values["kind"])
    context = {"shown": shown, "paper": values, "secret": secret, "slip": slip}
    return screen(request, "slip", context)


def secret_for(actor: Actor, shown: DossierCard, kind: str) -> str:
    """Return the secret to print on a receipt for the receiving counter, "" for anybody else."""
    at_counter = actor.post(Role.COUNTER, shown.receiving_unit_id)
    if kind != SlipKind.RECEIPT or at_counter is None:
        return ""
    return spaced(applicant.secret_of(shown.code))


def spaced(secret: str) -> str:
    """Return the secret in groups of five, as people read it aloud."""
    return " ".join(secret[start : start + 5] for start in range(0, len(secret), 5))


def slip_choices(issued: Sequence[SlipCard]) -> list[tuple[str, str]]:
    """Return the forms to issue by hand: those of our own accord first, then those again."""
    kinds = dict.fromkeys([*ON_DEMAND, *(SlipKind(one.kind) for one in issued)])
    return [(str(kind), both_text(FORMS[kind].titles)) for kind in kinds]
