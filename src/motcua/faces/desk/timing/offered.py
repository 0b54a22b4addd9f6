# SPDX-License-Identifier: Apache-2.0
"""The rare acts about time that an official may do with a dossier now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.dossiers.acts.record_paper_first import AT_WORK, recording_post
from motcua.domains.dossiers.acts.roll_back import REVERSIBLE, WITHIN
from motcua.domains.dossiers.queries.card import DossierCard, HistoryLine, SupplementLine
from motcua.domains.dossiers.queries.paper_first import PaperFirstCard, paper_first
from motcua.domains.dossiers.queries.second_requests import SecondRequestCard, second_requests
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, Role
from motcua.rules.workflow import Status, StepKind
from motcua.rules.worktime import limit_minutes, working_minutes_between


@dataclass(frozen=True, slots=True)
class Timing:
    """What lies around a dossier that concerns its time."""

    second_requests: Sequence[SecondRequestCard]
    paper_first: PaperFirstCard | None
    history: Sequence[HistoryLine]

    @property
    def open_request(self) -> SecondRequestCard | None:
        """Return the second supplement that waits for the leader."""
        return next((one for one in self.second_requests if one.decided_at is None), None)


def timing(shown: DossierCard, history: Sequence[HistoryLine]) -> Timing:
    """Read it."""
    return Timing(second_requests(shown.id), paper_first(shown.id), history)


def offered(
    actor: Actor,
    shown: DossierCard,
    around: Timing,
    supplements: Sequence[SupplementLine],
    at: datetime,
) -> Iterator[str]:
    """Yield the verbs."""
    leads = actor.post(Role.LEADER, shown.competent_unit_id) is not None
    if around.open_request is None and _may_ask_twice(actor, shown, supplements):
        yield "request_second_supplement"
    if leads and around.open_request:
        yield "decide_second_supplement"
    if (
        around.paper_first is None
        and shown.status in AT_WORK
        and recording_post(actor, shown) is not None
    ):
        yield "record_paper_first"
    waits = around.paper_first is not None and around.paper_first.reconciled_at is None
    if leads and waits and shown.status == Status.RETURNED:
        yield "reconcile_paper_first"
    if may_roll_back(actor, shown, around.history, at):
        yield "roll_back"


def _may_ask_twice(actor: Actor, shown: DossierCard, supplements: Sequence[SupplementLine]) -> bool:
    at_desk = shown.desk_unit_id and actor.post(shown.desk_role, shown.desk_unit_id)
    allowed = "ask_supplement" in shown.actions and shown.ended_at is None
    return bool(at_desk) and allowed and len(supplements) == 1


def may_roll_back(
    actor: Actor, shown: DossierCard, history: Sequence[HistoryLine], at: datetime
) -> bool:
    """Say whether the actor's own last step can still be taken back, as far as a page shows it."""
    if len(history) < 2 or shown.status >= Status.COMPLETED:
        return False
    before, last = history[-2], history[-1]
    step = shown.version.workflow.steps.get(before.step)
    paid = step is not None and step.kind is StepKind.PAYMENT
    calendar = units.work_calendar(shown.competent_unit_id)
    mine = last.actor_code == actor.code and last.act in REVERSIBLE and not paid
    soon = working_minutes_between(last.at, at, calendar) <= limit_minutes(WITHIN, calendar)
    return mine and soon
