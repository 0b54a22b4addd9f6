# SPDX-License-Identifier: Apache-2.0
"""Follows the moves of a workflow forwards from its start and backwards from its end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from motcua.rules.workflow.definition import Definition, Position
from motcua.rules.workflow.kinds import StepKind
from motcua.rules.workflow.moves import BUILT_IN


def reachable(definition: Definition) -> frozenset[Position]:
    """Return every position a dossier can come to."""
    onward = {place: set(moves.values()) for place, moves in definition.moves.items()}
    return _closure([Position(definition.start)], onward)


def can_finish(definition: Definition) -> frozenset[Position]:
    """Return every position from which a finished step can be reached."""
    backward: dict[Position, set[Position]] = {place: set() for place in definition.moves}
    for place, moves in definition.moves.items():
        for target in moves.values():
            backward[target].add(place)
    return _closure(_finished(definition), backward)


def authored_moves(definition: Definition, name: str) -> Iterator[tuple[str, str]]:
    """Yield the actions written at a step that are really offered, with where they lead."""
    moves = definition.moves[Position(name)]
    for action in definition.steps[name].actions:
        if action in moves and action not in BUILT_IN:
            yield action, moves[action].step


def _finished(definition: Definition) -> list[Position]:
    steps = definition.steps.values()
    return [Position(step.name) for step in steps if step.kind is StepKind.FINISHED]


def _closure(
    seeds: Iterable[Position], edges: Mapping[Position, Iterable[Position]]
) -> frozenset[Position]:
    seen = set(seeds)
    waiting = deque(seen)
    while waiting:
        fresh = set(edges[waiting.popleft()]) - seen
        seen |= fresh
        waiting.extend(fresh)
    return frozenset(seen)
