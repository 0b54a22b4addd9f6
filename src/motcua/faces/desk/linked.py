# SPDX-License-Identifier: Apache-2.0
"""The other parts of the application a dossier belongs to, on its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from motcua.domains.dossiers.acts.ask_parts import ask_parts
from motcua.domains.dossiers.acts.return_interlinked import return_interlinked
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.linkages import LinkageCard, PartCard, judged, linkage_of
from motcua.domains.procedures import queries as procedures
from motcua.faces.design.linkages import MARKS, PartRow, part_rows
from motcua.faces.design.marks import Mark
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import dossier_for
from motcua.kit.access import Actor, Role
from motcua.kit.faults import NotFound
from motcua.rules.interlinking import Standing, Whole
from motcua.rules.workflow import Status


@dataclass(frozen=True, slots=True)
class Linked:
    """The application as the page of one of its parts shows it."""

    card: LinkageCard
    rows: list[PartRow]
    whole: Whole
    mark: Mark
    may_return: bool
    is_making: bool
    may_wish: bool


def linked(actor: Actor, shown: DossierCard, at: datetime) -> Linked | None:
    """Return the application a dossier is a part of, None for a dossier by itself."""
    card = linkage_of(shown.id)
    if card is None:
        return None
    found = judged(card, at=at)
    at_counter = actor.post(Role.COUNTER, card.receiving_unit_id) is not None
    ready = [part for part in card.parts if part.status == Status.COMPLETED]
    made = all(part.result_paper_id or not _gives_result(part) for part in ready)
    under_way = any(
        part.standing in (Standing.RUNNING, Standing.ASKED, Standing.WAITING)
        or (part.standing is Standing.LATE and one.ended_at is None)
        for one, part in found.parts
    )
    in_turn = at_counter and bool(ready) and (card.in_parts or not under_way)
    return Linked(
        card=card,
        rows=part_rows(found, unit_name),
        whole=found.whole,
        mark=MARKS[found.whole.standing],
        may_return=in_turn and made,
        is_making=in_turn and not made,
        may_wish=at_counter and under_way,
    )


def _gives_result(part: PartCard) -> bool:
    return bool(procedures.version(part.version_id).result)


def return_all(by: By, code: str, form: QueryDict) -> object:
    """Return every ready result of the application this dossier belongs to. Raises NotFound."""
    together = By(by.actor, by.at, by.key)
    return return_interlinked(by=together, code=_code(by.actor, code), to=form.get("to", "counter"))


def note_wish(by: By, code: str, form: QueryDict) -> object:
    """Note whether the applicant wants the results part by part. Raises NotFound."""
    in_parts = form.get("in_parts") == "yes"
    ask_parts(by=By(by.actor, by.at, by.key), code=_code(by.actor, code), in_parts=in_parts)
    return None


def _code(actor: Actor, code: str) -> str:
    card = linkage_of(dossier_for(actor, code).id)
    if card is None:
        raise NotFound
    return card.code
