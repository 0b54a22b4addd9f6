# SPDX-License-Identifier: Apache-2.0
"""Works out, once per workflow, every position a dossier can take and what is possible there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from motcua.rules.workflow.definition import SIDE_STEPS, Position, Step
from motcua.rules.workflow.kinds import (
    CLOCK_OF,
    STATUS_OF,
    Clock,
    Status,
    StepKind,
    is_lawful,
)

CONSULT: Final = "consult"
ASK_SUPPLEMENT: Final = "ask_supplement"
RESUME: Final = "resume"
REFUSE: Final = "refuse"
STOP: Final = "stop"
WITHDRAW: Final = "withdraw"

EXITS: Final[Mapping[StepKind, tuple[str, ...]]] = MappingProxyType(
    {
        StepKind.INTAKE: (ASK_SUPPLEMENT, REFUSE, WITHDRAW),
        StepKind.RECEPTION: (WITHDRAW,),
        StepKind.PROCESSING: (ASK_SUPPLEMENT, STOP, WITHDRAW),
        StepKind.APPROVAL: (STOP, WITHDRAW),
        StepKind.PAYMENT: (STOP, WITHDRAW),
        StepKind.SUPPLEMENT: (RESUME, STOP, WITHDRAW),
    }
)
"""What a dossier may do by the kind of its step, without anybody authoring it."""

BUILT_IN: Final = frozenset({CONSULT, ASK_SUPPLEMENT, RESUME, REFUSE, STOP, WITHDRAW})

_SIDE_OF: Final[Mapping[str, StepKind]] = MappingProxyType(
    {REFUSE: StepKind.REFUSED, STOP: StepKind.STOPPED, WITHDRAW: StepKind.WITHDRAWN}
)

Moves = Mapping[Position, Mapping[str, Position]]


def tables(
    steps: Mapping[str, Step],
) -> tuple[Moves, Mapping[Position, Status], Mapping[Position, Clock]]:
    """Return the moves, the status and the clock of every position of these steps."""
    places = {position: position for position in _positions(steps)}
    moves = {
        place: MappingProxyType({action: places[target] for action, target in _moves(steps, place)})
        for place in places
    }
    statuses = {place: STATUS_OF[steps[place.step].kind] for place in places}
    clocks = {place: _clock(steps, place) for place in places}
    return MappingProxyType(moves), MappingProxyType(statuses), MappingProxyType(clocks)


def _positions(steps: Mapping[str, Step]) -> Iterator[Position]:
    for step in steps.values():
        if step.kind is not StepKind.SUPPLEMENT:
            yield Position(step.name)
        if ASK_SUPPLEMENT in EXITS.get(step.kind, ()):
            yield Position(StepKind.SUPPLEMENT.value, step.name)


def _moves(steps: Mapping[str, Step], place: Position) -> Iterator[tuple[str, Position]]:
    step = steps[place.step]
    for action, target in step.actions.items():
        if action not in BUILT_IN and _leads(steps, step, target):
            yield action, Position(target)
    if step.consults and not step.is_end:
        yield CONSULT, place
    for exit_ in EXITS.get(step.kind, ()):
        yield exit_, _leave(place, exit_)


def _leads(steps: Mapping[str, Step], step: Step, target: str) -> bool:
    if target not in steps or target in SIDE_STEPS:
        return False
    return is_lawful(step.kind, steps[target].kind)


def _leave(place: Position, exit_: str) -> Position:
    if exit_ == ASK_SUPPLEMENT:
        return Position(StepKind.SUPPLEMENT.value, place.step)
    if exit_ == RESUME and place.back is not None:
        return Position(place.back)
    return Position(_SIDE_OF[exit_].value)


def _clock(steps: Mapping[str, Step], place: Position) -> Clock:
    """A supplement asked before the dossier was received leaves the clock not started."""
    if place.back is not None:
        return Clock.NOT_STARTED if steps[place.back].kind is StepKind.INTAKE else Clock.PAUSED
    return CLOCK_OF[steps[place.step].kind]
