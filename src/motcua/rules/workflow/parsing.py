# SPDX-License-Identifier: Apache-2.0
"""Reads a workflow from the mapping of a procedure file."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.words import N_
from motcua.rules.workflow.definition import SIDE_STEPS, Definition, DefinitionError, Step
from motcua.rules.workflow.kinds import AUTHORED_KINDS, StepKind
from motcua.rules.workflow.moves import tables

STEPS_MAX: Final = 100
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")
_KINDS: Final[Mapping[str, StepKind]] = {kind.value: kind for kind in AUTHORED_KINDS}
_STEP_KEYS: Final = frozenset({"kind", "role", "minutes", "title", "actions", "consults"})


def parse(source: Mapping[str, Any]) -> Definition:
    """Return the workflow a mapping `{start, steps}` describes.

    What is returned can always be run: an action that leads nowhere, or against the national
    list of status moves, is simply never offered. `checks.problems` names such faults.
    Steps stand in the order a dossier comes to them and actions that lead onward come first,
    for a database that keeps JSON does not keep the order things were written in.

    Raises DefinitionError when the mapping is not of the right shape.
    """
    steps = _mapping(_mapping(source, "workflow").get("steps", {}), "steps")
    if not steps:
        raise DefinitionError(N_("The workflow has no steps."))
    if len(steps) > STEPS_MAX:
        raise DefinitionError(
            N_("The workflow has %(steps)s steps; at most %(most)s are allowed."),
            steps=len(steps),
            most=STEPS_MAX,
        )
    parsed = {name: _step(name, step) for name, step in steps.items()}
    start = source.get("start")
    if not isinstance(start, str) or start not in parsed:
        raise DefinitionError(
            N_("The workflow starts at “%(start)s”, which is not one of its steps."), start=start
        )
    every = MappingProxyType(_in_walking_order(start, parsed) | dict(SIDE_STEPS))
    return Definition(sys.intern(start), every, *tables(every))


def _in_walking_order(start: str, steps: Mapping[str, Step]) -> dict[str, Step]:
    walk = [start]
    for name in walk:
        targets = steps[name].actions.values()
        walk += [to for to in dict.fromkeys(targets) if to in steps and to not in walk]
    walk += [name for name in steps if name not in walk]
    places = {name: place for place, name in enumerate(walk)}
    return {name: _onward_first(steps[name], places) for name in walk}


def _onward_first(step: Step, places: Mapping[str, int]) -> Step:
    here = places[step.name]
    actions = sorted(step.actions.items(), key=lambda move: places.get(move[1], here) <= here)
    return replace(step, actions=MappingProxyType(dict(actions)))


def _step(name: object, source: object) -> Step:
    name = _name(name)
    if name in SIDE_STEPS:
        raise DefinitionError(N_("The step name “%(name)s” is reserved."), name=name)
    step = _mapping(source, name)
    for key in step:
        if key not in _STEP_KEYS:
            raise DefinitionError(
                N_("The step “%(step)s” has the unknown key “%(key)s”."), step=name, key=key
            )
    consults = _consults(name, step.get("consults", False))
    return Step(
        name=name,
        kind=_kind(name, step.get("kind")),
        role=_role(name, step.get("role")),
        minutes=_minutes(name, step.get("minutes")),
        title=_title(name, step.get("title")),
        actions=_actions(name, step.get("actions")),
        consults=consults is not None,
        consulted=consults or (),
    )


def _mapping(source: object, where: str) -> Mapping[Any, Any]:
    if not isinstance(source, Mapping):
        raise DefinitionError(N_("%(where)s must be a mapping."), where=where)
    return source


def _name(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise DefinitionError(
            N_(
                "“%(name)s” cannot be a name: at most 60 small letters a-z, digits and underscores."
            ),
            name=name,
        )
    return sys.intern(name)


def _kind(step: str, kind: object) -> StepKind:
    if not isinstance(kind, str) or kind not in _KINDS:
        raise DefinitionError(
            N_("The step “%(step)s” has the unknown kind “%(kind)s”."), step=step, kind=kind
        )
    return _KINDS[kind]


def _role(step: str, role: object) -> str | None:
    if role is None:
        return None
    if not isinstance(role, str) or not _NAME.fullmatch(role):
        raise DefinitionError(N_("The role of the step “%(step)s” must be a name."), step=step)
    return sys.intern(role)


def _minutes(step: str, minutes: object) -> int | None:
    if minutes is None:
        return None
    if not isinstance(minutes, int) or isinstance(minutes, bool) or minutes < 0:
        raise DefinitionError(
            N_("The time of the step “%(step)s” must be a whole number of working minutes."),
            step=step,
        )
    return minutes


def _title(step: str, title: object) -> Mapping[str, str]:
    if not isinstance(title, Mapping) or not title.get("vi"):
        raise DefinitionError(
            N_("The step “%(step)s” needs a Vietnamese title of its own."), step=step
        )
    if not all(isinstance(text, str) for text in title.values()):
        raise DefinitionError(
            N_("The step “%(step)s” needs a Vietnamese title of its own."), step=step
        )
    return MappingProxyType({lang: sys.intern(text) for lang, text in title.items()})


def _actions(step: str, actions: object) -> Mapping[str, str]:
    moves = _mapping({} if actions is None else actions, step)
    return MappingProxyType({_name(act): _name(target) for act, target in moves.items()})


def _consults(step: str, consults: object) -> tuple[str, ...] | None:
    """Return the units proposed, () for any unit, None when the step consults nobody."""
    if isinstance(consults, bool):
        return () if consults else None
    if not isinstance(consults, list | tuple) or not all(isinstance(c, str) for c in consults):
        raise DefinitionError(
            N_("“consults” of the step “%(step)s” is true, false or a list."), step=step
        )
    return tuple(sys.intern(unit) for unit in consults) or None
