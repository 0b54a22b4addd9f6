# SPDX-License-Identifier: Apache-2.0
"""Papers that the state already has, offered at the counter for the person whose ID was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.http import HttpRequest

from motcua.domains.dossiers.application import applicant_of
from motcua.domains.procedures.queries import PaperKind
from motcua.domains.procedures.queries.paper_types import paper_type
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.claim_papers import NotReusable
from motcua.domains.vault.queries import OwnPaper
from motcua.faces.design.titles import both_text
from motcua.faces.desk import posted
from motcua.faces.desk.screens import log
from motcua.faces.desk.uploads import Kept, Refusal
from motcua.kit import clock
from motcua.kit.faults import Fault, NotFound

REUSE: Final = "reuse:"


class Offer(NamedTuple):
    """A paper of the vault that may stand for a component; `value` is what its button sends."""

    value: str
    title: str
    paper: OwnPaper


def offers(
    request: HttpRequest,
    kinds: Sequence[PaperKind],
    answers: Mapping[str, Any],
    kept: Sequence[Kept],
    *,
    beside: str = "",
) -> list[Offer]:
    """Return what the applicant's vault holds for papers not yet given; the look is logged.

    Papers that came with the dossier `beside` are left out: it has them.
    """
    number = applicant_of(answers).id_number
    given = {one.component for one in kept}
    wanted = [kind for kind in kinds if kind.role == "submit" and kind.code not in given]
    types = frozenset(filter(None, (_type(kind) for kind in wanted)))
    found = vault.reusable(number, types=types, on=clock.today()) if number else {}
    offered = [
        Offer(f"{REUSE}{kind.code}/{paper.code}", both_text(kind.title), paper)
        for kind in wanted
        for paper in found.get(_type(kind), ())
        if not beside or paper.origin_dossier != beside
    ]
    if offered:
        origins = sorted({one.paper.origin_dossier for one in offered})
        log(request.actor, "vault", origins, purpose="reception")
    return offered


def _type(kind: PaperKind) -> str:
    return paper_type(kind.title["vi"])


def chosen(
    request: HttpRequest, kinds: Sequence[PaperKind], answers: Mapping[str, Any]
) -> tuple[list[Kept], list[Refusal]]:
    """Return the paper whose button was pressed, or why it cannot be used. Raises FormBroken."""
    action = request.POST.get("action", "")
    if not action.startswith(REUSE):
        return [], []
    component, _, code = action.removeprefix(REUSE).partition("/")
    kind = next((one for one in kinds if one.code == component), None)
    try:
        wanted = UUID(code)
    except ValueError as error:
        raise posted.FormBroken from error
    if kind is None:
        raise posted.FormBroken
    try:
        paper = _usable(wanted, kind, applicant_of(answers).id_number)
    except Fault as fault:
        return [], [Refusal(component, str(fault), fault.status)]
    return [Kept(component, paper.id, str(paper.code), paper.file_name, paper.size)], []


def _usable(code: UUID, kind: PaperKind, number: str) -> OwnPaper:
    """Return the applicant's own valid paper of that kind. Raises NotReusable."""
    try:
        paper = vault.described(code)
    except NotFound as error:
        raise NotReusable from error
    own = bool(number) and paper.owner_id_number == number
    if not own or paper.type_code != _type(kind) or not paper.is_reusable(clock.today()):
        raise NotReusable
    return paper
