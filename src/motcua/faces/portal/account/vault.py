# SPDX-License-Identifier: Apache-2.0
"""The papers the state already has of somebody: listed with all that is recorded, and sent."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries import signatures
from motcua.domains.people import queries as people
from motcua.domains.vault import queries as vault
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.portal.screens import applicant_of, screen
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.faults import NotFound
from motcua.kit.guards import citizen_required
from motcua.rules.standing import Standing

KINDS = {
    "component": gettext_lazy("Handed in by you"),
    "result": gettext_lazy("Result of a procedure"),
}
STANDINGS = {
    Standing.REJECTED: (gettext_lazy("Found wrong by an officer"), "late"),
    Standing.REVOKED: (gettext_lazy("Revoked"), "late"),
    Standing.REPLACED: (gettext_lazy("Replaced by a newer one"), "closed"),
    Standing.UNCONFIRMED: (gettext_lazy("Not checked by an officer yet"), "ask"),
    Standing.NOT_YET: (gettext_lazy("Not valid yet"), "ask"),
    Standing.EXPIRED: (gettext_lazy("Expired"), "late"),
    Standing.VALID: (gettext_lazy("Valid"), "done"),
    Standing.OPEN: (gettext_lazy("Valid, no end known"), "done"),
}


@citizen_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Lead to everything that belongs to the account."""
    waiting = signatures.waiting_for(signatures.personal_id_of(request.actor), clock.now())
    return screen(request, "account/overview", {"waiting": len(waiting)}, tab="account")


@citizen_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List the papers of the person, or of the one they act for without limits."""
    person = applicant_of(request)
    today = clock.today()
    lines = [_line(one, today) for one in _papers(person)]
    return screen(request, "account/papers", {"lines": lines}, tab="account")


@citizen_required
@require_safe
def download(request: HttpRequest, code: UUID) -> StreamingHttpResponse:
    """Send one of the person's own papers; the ledger says who took it. Raises NotFound."""
    person = applicant_of(request)
    own = next((one for one in _papers(person) if one.code == code), None)
    if own is None:
        raise NotFound
    card = vault.paper(code)
    content = vault.content(card)
    log_view(
        actor=person, at=clock.now(), page="portal/my_paper",
        purpose="representing" if person.mandate else "own",
        subjects=[_code_of(person), *([own.origin_dossier] if own.origin_dossier else [])],
    )  # fmt: skip
    response = StreamingHttpResponse(content, content_type=card.media_type)
    response.headers["Content-Length"] = str(card.size)
    response.headers["Content-Disposition"] = content_disposition_header(True, card.file_name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _papers(person: Actor) -> tuple[OwnPaper, ...]:
    """Return the papers; a leave for one procedure or dossier does not open the vault."""
    if person.mandate and not person.mandate.is_whole:
        return ()
    return vault.papers_of(_number(person))


def _number(person: Actor) -> str:
    try:
        return people.citizen(person.account_id).personal_id
    except NotFound:
        return people.business(person.account_id).tax_code


def _code_of(person: Actor) -> str:
    return person.mandate.principal_code if person.mandate else person.code


def _line(one: OwnPaper, on: date) -> dict[str, Any]:
    words, tone = STANDINGS[one.standing(on)]
    return {"paper": one, "kind": KINDS.get(one.kind, one.kind), "standing": words, "tone": tone}
