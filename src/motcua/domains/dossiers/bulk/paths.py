# SPDX-License-Identifier: Apache-2.0
"""Where invented dossiers turn: mostly forward, sometimes aside, now and then out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from random import Random

from motcua.domains.dossiers.case import Case
from motcua.rules.workflow import Definition, Position, StepKind

SIDE_ACTIONS = frozenset({"consult", "ask_supplement", "resume", "refuse", "stop", "withdraw"})
ODDS: Mapping[StepKind, tuple[tuple[str, float], ...]] = {
    StepKind.INTAKE: (("ask_supplement", 0.06), ("refuse", 0.03), ("withdraw", 0.01)),
    StepKind.RECEPTION: (("withdraw", 0.005),),
    StepKind.PROCESSING: (
        ("ask_supplement", 0.06), ("consult", 0.15), ("stop", 0.01), ("withdraw", 0.01),
    ),
    StepKind.APPROVAL: (("stop", 0.005), ("withdraw", 0.005)),
    StepKind.PAYMENT: (("stop", 0.02), ("withdraw", 0.02)),
    StepKind.SUPPLEMENT: (("withdraw", 0.08), ("stop", 0.05)),
}  # fmt: skip
STRAY = 0.12
OWING = 0.7  # of the dossiers that may wait for a payment
STRAYING_UNTIL = 12  # advances


def choose(case: Case, done: Mapping[str, int], random: Random) -> str | None:
    """Return the next action of a dossier, None at an end; nothing is asked or consulted twice."""
    possible = case.version.workflow.moves[case.position]
    if not possible:
        return None
    aside = _aside(case.here.kind, random.random())
    if aside in possible and not done.get(aside):
        return aside
    if "resume" in possible:
        return "resume"
    ways = [action for action in possible if action not in SIDE_ACTIONS]
    steps = case.version.workflow.steps
    owing = [way for way in ways if steps[possible[way].step].kind is StepKind.PAYMENT]
    if owing and random.random() < OWING:
        return owing[0]
    forward = onwards(case.version.workflow).get(case.step)
    if len(ways) > 1 and random.random() < STRAY and done.get("advance", 0) < STRAYING_UNTIL:
        return random.choice(ways)
    return forward or ways[0]


def _aside(kind: StepKind, luck: float) -> str:
    """Return the action that chance from 0 to 1 falls on; "" for going on."""
    for action, share in ODDS.get(kind, ()):
        if luck < share:
            return action
        luck -= share
    return ""


@lru_cache(maxsize=512)
def onwards(definition: Definition) -> Mapping[str, str]:
    """Return, for each step, the authored action that begins its shortest way to a finish."""
    first: dict[str, str] = {}
    reached = {step.name for step in definition.steps.values() if step.kind is StepKind.FINISHED}
    frontier = set(reached)
    while frontier:
        sources = set()
        for name in definition.steps.keys() - reached:
            action = _leading(definition, name, frontier)
            if action is not None:
                first[name] = action
                sources.add(name)
        reached |= sources
        frontier = sources
    return first


def _leading(definition: Definition, name: str, targets: set[str]) -> str | None:
    moves = definition.moves.get(Position(name), {})
    for action, target in moves.items():
        if action not in SIDE_ACTIONS and target.step in targets and target.back is None:
            return action
    return None
