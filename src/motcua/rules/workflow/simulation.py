# SPDX-License-Identifier: Apache-2.0
"""Walks a workflow dry: every action of every reachable position once, each walk to an end."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from motcua.rules.workflow.definition import Definition, Position
from motcua.rules.workflow.engine import allowed, move, start, status
from motcua.rules.workflow.kinds import Status, StepKind

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """One dry run from the start: actions taken, and after each the step and status it gave.

    `steps` and `statuses` are one longer than `actions`. `end` is the kind of the end it came
    to, None when it could come to none.
    """

    actions: tuple[str, ...]
    steps: tuple[str, ...]
    statuses: tuple[Status, ...]
    end: StepKind | None


def simulate(definition: Definition) -> tuple[Walk, ...]:
    """Return one walk for each action of each reachable position.

    A walk takes the shortest way to the position, the action, then the shortest way on to a
    finished step, or to any end when there is no such way. As many walks as there are moves:
    the number is bounded by the size of the definition, however it loops.
    """
    ways_in = _ways_in(definition)
    ways_out = _ways_out(definition)
    return tuple(
        _walk(definition, (*way, action, *ways_out.get(target, ())))
        for place, way in ways_in.items()
        for action, target in definition.moves[place].items()
    )


def _walk(definition: Definition, actions: Way) -> Walk:
    places = [start(definition)]
    for action in actions:
        places.append(move(definition, places[-1], action))
    last = definition.steps[places[-1].step]
    return Walk(
        actions,
        tuple(place.step for place in places),
        tuple(status(definition, place) for place in places),
        last.kind if not allowed(definition, places[-1]) and last.is_end else None,
    )


def _ways_in(definition: Definition) -> Mapping[Position, Way]:
    ways: dict[Position, Way] = {start(definition): ()}
    waiting = deque(ways)
    while waiting:
        place = waiting.popleft()
        for action, target in definition.moves[place].items():
            if target not in ways:
                ways[target] = (*ways[place], action)
                waiting.append(target)
    return ways


def _ways_out(definition: Definition) -> Mapping[Position, Way]:
    """Return the shortest way from each position to a finished step, else to any end."""
    ends = [place for place in definition.moves if definition.steps[place.step].is_end]
    finished = [p for p in ends if definition.steps[p.step].kind is StepKind.FINISHED]
    return {**_backwards(definition, ends), **_backwards(definition, finished)}


def _backwards(definition: Definition, seeds: list[Position]) -> dict[Position, Way]:
    sources: dict[Position, list[tuple[Position, str]]] = {p: [] for p in definition.moves}
    for place, moves in definition.moves.items():
        for action, target in moves.items():
            sources[target].append((place, action))
    ways: dict[Position, Way] = {seed: () for seed in seeds}
    waiting = deque(seeds)
    while waiting:
        target = waiting.popleft()
        for place, action in sources[target]:
            if place not in ways:
                ways[place] = (action, *ways[target])
                waiting.append(place)
    return ways
