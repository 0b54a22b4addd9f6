# SPDX-License-Identifier: Apache-2.0
"""The record of one paper: what the machine read is proposed, an officer confirms or rejects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.card import DossierCard, attachments
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.approve_paper import approve_paper
from motcua.domains.vault.acts.describe_paper import describe_paper
from motcua.domains.vault.acts.reject_paper import reject_paper
from motcua.domains.vault.acts.replace_paper import replace_paper
from motcua.domains.vault.acts.revoke_paper import revoke_paper
from motcua.domains.vault.queries import OwnPaper, ReadingCard
from motcua.domains.vault.rights import REVOKERS, keeper_post
from motcua.faces.design.paper_record import DATES, TEXTS, as_read, proposal, read, typed
from motcua.faces.design.paper_words import (
    FIELDS,
    REMARKS,
    SCANS,
    STANDINGS,
    reading_words,
)
from motcua.faces.desk import posted
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import dossier_for, log, screen
from motcua.kit import clock
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import official_required

Deed = Callable[[By, UUID, QueryDict], None]


def _describe(by: By, code: UUID, form: QueryDict) -> None:
    describe_paper(actor=by.actor, at=by.at, key=by.key, code=code, record=read(form))


def _approve(by: By, code: UUID, form: QueryDict) -> None:
    approve_paper(actor=by.actor, at=by.at, key=by.key, code=code, record=read(form))


def _reject(by: By, code: UUID, form: QueryDict) -> None:
    why = posted.text(form, "reason")
    reject_paper(actor=by.actor, at=by.at, key=by.key, code=code, reason=why)


def _revoke(by: By, code: UUID, form: QueryDict) -> None:
    why = posted.text(form, "reason")
    revoke_paper(actor=by.actor, at=by.at, key=by.key, code=code, reason=why)


def _replace(by: By, code: UUID, form: QueryDict) -> None:
    try:
        newer = UUID(form.get("newer", ""))
    except ValueError as error:
        raise posted.FormBroken from error
    replace_paper(actor=by.actor, at=by.at, key=by.key, code=code, by_code=newer)


DEEDS: Final[Mapping[str, Deed]] = {
    "describe": _describe,
    "approve": _approve,
    "reject": _reject,
    "revoke": _revoke,
    "replace": _replace,
}


@official_required
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, code: str, paper: UUID) -> HttpResponse:
    """Show the record of a paper of this dossier, or carry out what was pressed."""
    shown = dossier_for(request.actor, code)
    one = _belonging(shown, paper)
    if request.method != "POST":
        return _show(request, shown, one)
    deed = DEEDS.get(request.POST.get("action", ""))
    if deed is None:
        raise posted.FormBroken
    try:
        deed(posted.by(request), paper, request.POST)
    except Fault as fault:
        return _show(request, shown, one, fault)
    address = reverse("desk:paper_record", args=[shown.code, paper])
    return HttpResponseRedirect(address, status=303)


def _belonging(shown: DossierCard, code: UUID) -> OwnPaper:
    """Return the paper if it lies in this dossier or is its result. Raises NotFound."""
    one = vault.described(code)
    laid_in = any(line.paper_code == code for line in attachments(shown.id))
    if not laid_in and one.id != shown.result_paper_id:
        raise NotFound
    return one


def _show(
    request: HttpRequest, shown: DossierCard, one: OwnPaper, fault: Fault | None = None
) -> HttpResponse:
    log(request.actor, "paper_record", [shown.code])
    reading = vault.reading_of(one.id)
    standing = one.standing(clock.today())
    kept_here = keeper_post(request.actor, one.origin_dossier) is not None
    may_revoke = keeper_post(request.actor, one.origin_dossier, REVOKERS) is not None
    context = {
        "shown": shown,
        "one": one,
        "standing": STANDINGS[standing.value],
        "scan": SCANS[one.scan],
        "remarks": [REMARKS[code] for code in one.remarks if code in REMARKS],
        "reading": reading,
        "reading_words": reading_words(reading),
        "found": _found(reading),
        "names_another": _names_another(one, reading),
        "form": typed(request.POST) if fault else proposal(one, reading),
        "fault": str(fault) if fault else "",
        "key": str(uuid4()),
        "texts": TEXTS,
        "dates": DATES,
        "unit": unit_name(one.digitised_unit_id) if one.digitised_unit_id else "",
        "newer": _newer(one),
        "may_keep": kept_here,
        "may_revoke": may_revoke and one.revoked_at is None,
        "reused_here": bool(one.origin_dossier) and one.origin_dossier != shown.code,
    }
    return screen(request, "vault/record", context, status=fault.status if fault else 200)


def _found(reading: ReadingCard | None) -> list[tuple[Any, str]]:
    """Return what was read but has no field of its own in the record."""
    if reading is None:
        return []
    return [
        (FIELDS[name], as_read(name, value)) for name, value in reading.fields if name in FIELDS
    ]


def _names_another(one: OwnPaper, reading: ReadingCard | None) -> bool:
    """Say whether the machine read another person's number than the owner's."""
    read = dict(reading.fields).get("id_number", "") if reading else ""
    return bool(read and one.owner_id_number) and read != one.owner_id_number


def _newer(one: OwnPaper) -> list[tuple[str, str]]:
    """Return the owner's papers that may stand in the place of this one."""
    if one.replaced_by or one.revoked_at:
        return []
    on = clock.today()
    return [
        (str(other.code), f"{other.title} · {other.origin_dossier}")
        for other in vault.papers_of(one.owner_id_number)
        if other.id > one.id and other.is_reusable(on)
    ]
