# SPDX-License-Identifier: Apache-2.0
"""A dossier locked for one act: what the act may look at, and what it may change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Terms, Version
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.rules.workflow import Position, Step, StepKind
from motcua.rules.worktime import WorkCalendar

AT_RECEIVING_UNIT = frozenset({StepKind.INTAKE, StepKind.RECEPTION, StepKind.PAYMENT})
AT_COMPETENT_UNIT = frozenset({StepKind.PROCESSING, StepKind.APPROVAL})


@dataclass(frozen=True, slots=True)
class Case:
    """The row as it was read under lock; `changed` makes the next state."""

    id: int
    code: str
    version_id: int
    channel: int
    source: str
    account_id: int | None
    receiving_unit_id: int
    competent_unit_id: int
    return_unit_id: int
    step: str
    back_step: str
    status: int
    desk_unit_id: int | None
    desk_role: str
    step_since_at: datetime
    step_due_at: datetime | None
    submitted_at: datetime
    received_at: datetime | None
    legal_due_at: datetime | None
    due_at: datetime | None
    queue_due_at: datetime
    pauses: list[list[str | None]]
    extension: dict[str, Any] | None
    ended_at: datetime | None
    returned_at: datetime | None
    result_paper_id: int | None
    chain_seq: int
    chain_hash: bytes
    open_consultations: int

    @property
    def version(self) -> Version:
        """The procedure version the dossier was submitted under."""
        return procedures.version(self.version_id)

    @property
    def terms(self) -> Terms:
        """The time limits of what comes by its channel."""
        return self.version.terms.of(self.channel)

    @property
    def position(self) -> Position:
        """Where it stands in the workflow."""
        return Position(self.step, self.back_step or None)

    @property
    def here(self) -> Step:
        """The step it stands at."""
        return self.version.workflow.steps[self.step]

    @property
    def timed(self) -> Step:
        """The step it stands at, with the time its unit gave it on the day it came there."""
        since = self.step_since_at.astimezone(VN).date()
        return procedures.timed(
            self.here, self.competent_unit_id, self.version, channel=self.channel, on=since
        )

    @property
    def calendar(self) -> WorkCalendar:
        """The working calendar of the competent unit."""
        return units.work_calendar(self.competent_unit_id)

    def desk_post(self, actor: Actor) -> Post:
        """Return the post in which the actor works at the present step. Raises NotPermitted."""
        if self.desk_unit_id is None:
            raise NotPermitted
        return required(actor.post(self.desk_role, self.desk_unit_id))

    def counter_post(self, actor: Actor) -> Post:
        """Return the actor's counter post where the dossier was received. Raises NotPermitted."""
        return required(actor.post(Role.COUNTER, self.receiving_unit_id))

    def is_applicant(self, actor: Actor) -> bool:
        """Say whether the actor owns the dossier, by account or by its secret."""
        if actor.code == holder_code(self.code):
            return True
        if actor.kind is not ActorKind.CITIZEN or self.account_id is None:
            return False
        return actor.account_id == self.account_id and actor.reaches(
            procedure_code=self.version.procedure_code, dossier_code=self.code
        )


_NAMES = Case.__slots__
_READ = attrgetter(*_NAMES)
_WRITE = {name: getattr(Case, name).__set__ for name in _NAMES}


def changed(case: Case, **changes: Any) -> Case:
    """Return the case with some values changed, as `dataclasses.replace` does in three times the
    time; every act and every replay of the log passes here. Raises KeyError for an unknown name.
    """
    fresh = object.__new__(Case)
    for write, value in zip(_WRITE.values(), _READ(case), strict=True):
        write(fresh, value)
    for name, value in changes.items():
        _WRITE[name](fresh, value)
    return fresh


def holder_code(code: str) -> str:
    """Return the actor code of somebody who proved to know the secret of a dossier."""
    return f"holder:{code}"


def required(post: Post | None) -> Post:
    """Return the post or raise NotPermitted."""
    if post is None:
        raise NotPermitted
    return post


def desk_of(
    step: Step, *, receiving_unit_id: int, competent_unit_id: int, return_unit_id: int
) -> tuple[int | None, str]:
    """Return unit and role before which a dossier lies at this step; none while it waits.

    A payment is awaited at the counter, or by the competent unit where its own people confirm it.
    """
    if step.kind is StepKind.PAYMENT and step.role not in (None, Role.COUNTER):
        return competent_unit_id, step.role
    if step.kind in AT_RECEIVING_UNIT:
        return receiving_unit_id, step.role or Role.COUNTER
    if step.kind in AT_COMPETENT_UNIT:
        return competent_unit_id, step.role or Role.SPECIALIST
    if step.kind is StepKind.HANDOVER:
        return return_unit_id, step.role or Role.COUNTER
    return None, ""
