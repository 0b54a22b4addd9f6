# SPDX-License-Identifier: Apache-2.0
"""The kinds of steps, the national statuses they stand for, and what the time limit does there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final


class StepKind(StrEnum):
    """What a step is for; the dossier's status follows from it."""

    INTAKE = "intake"
    RECEPTION = "reception"
    PROCESSING = "processing"
    APPROVAL = "approval"
    PAYMENT = "payment"
    HANDOVER = "handover"
    FINISHED = "finished"
    SUPPLEMENT = "supplement"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class Status(IntEnum):
    """The national list of dossier statuses (law.md 2.1); numbers are what is synchronised."""

    SUBMITTED = 1
    RECEIVED = 2
    REFUSED = 3
    PROCESSING = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    COMPLETED = 9
    RETURNED = 10


class Clock(StrEnum):
    """What the time limit does while a dossier stands somewhere."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


SIDE_KINDS: Final = (
    StepKind.SUPPLEMENT,
    StepKind.REFUSED,
    StepKind.WITHDRAWN,
    StepKind.STOPPED,
)
"""Steps every workflow has without authoring them; each is named after its kind."""

AUTHORED_KINDS: Final = tuple(kind for kind in StepKind if kind not in SIDE_KINDS)

END_KINDS: Final = frozenset(
    {StepKind.FINISHED, StepKind.REFUSED, StepKind.WITHDRAWN, StepKind.STOPPED}
)

STATUS_OF: Final[Mapping[StepKind, Status]] = MappingProxyType(
    {
        StepKind.INTAKE: Status.SUBMITTED,
        StepKind.RECEPTION: Status.RECEIVED,
        StepKind.REFUSED: Status.REFUSED,
        StepKind.PROCESSING: Status.PROCESSING,
        StepKind.APPROVAL: Status.PROCESSING,
        StepKind.SUPPLEMENT: Status.SUPPLEMENT,
        StepKind.PAYMENT: Status.PAYMENT,
        StepKind.WITHDRAWN: Status.WITHDRAWN,
        StepKind.STOPPED: Status.STOPPED,
        StepKind.HANDOVER: Status.COMPLETED,
        StepKind.FINISHED: Status.RETURNED,
    }
)

CLOCK_OF: Final[Mapping[StepKind, Clock]] = MappingProxyType(
    {
        StepKind.INTAKE: Clock.NOT_STARTED,
        StepKind.RECEPTION: Clock.RUNNING,
        StepKind.PROCESSING: Clock.RUNNING,
        StepKind.APPROVAL: Clock.RUNNING,
        StepKind.SUPPLEMENT: Clock.PAUSED,
        StepKind.PAYMENT: Clock.PAUSED,
        StepKind.HANDOVER: Clock.STOPPED,
        StepKind.FINISHED: Clock.STOPPED,
        StepKind.REFUSED: Clock.STOPPED,
        StepKind.WITHDRAWN: Clock.STOPPED,
        StepKind.STOPPED: Clock.STOPPED,
    }
)

LAWFUL_MOVES: Final[Mapping[Status, frozenset[Status]]] = MappingProxyType(
    {
        Status.SUBMITTED: frozenset({Status(2), Status(3), Status(5), Status(7)}),
        Status.RECEIVED: frozenset({Status(4), Status(7)}),
        Status.REFUSED: frozenset(),
        Status.PROCESSING: frozenset({Status(5), Status(6), Status(7), Status(8), Status(9)}),
        Status.SUPPLEMENT: frozenset({Status(1), Status(4), Status(7), Status(8)}),
        Status.PAYMENT: frozenset({Status(4), Status(7), Status(8)}),
        Status.WITHDRAWN: frozenset(),
        Status.STOPPED: frozenset(),
        Status.COMPLETED: frozenset({Status(10)}),
        Status.RETURNED: frozenset(),
    }
)
"""From a status to the statuses that may follow it. Source: law.md 2.1."""


def is_lawful(source: StepKind, target: StepKind) -> bool:
    """Whether a dossier may go from one kind of step to another; staying in a status may."""
    before, after = STATUS_OF[source], STATUS_OF[target]
    if before == after:
        return source not in END_KINDS
    return after in LAWFUL_MOVES[before]
