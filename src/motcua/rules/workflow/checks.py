# SPDX-License-Identifier: Apache-2.0
"""Says what is wrong with a workflow before any dossier walks it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from motcua.rules.words import N_
from motcua.rules.workflow.definition import SIDE_STEPS, Definition, Position, Step
from motcua.rules.workflow.kinds import STATUS_OF, Clock, StepKind, is_lawful
from motcua.rules.workflow.moves import BUILT_IN
from motcua.rules.workflow.reach import authored_moves, can_finish, reachable

SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "start_not_intake": N_("The workflow must start at a step of kind intake."),
        "missing_kind": N_("The workflow has no step of kind %(kind)s."),
        "unreachable": N_("No dossier can ever come to the step “%(step)s”."),
        "dangling_target": N_("“%(action)s” leads to “%(target)s”, which does not exist."),
        "built_in_target": N_("“%(action)s” leads to “%(target)s”, as only a built-in action may."),
        "unlawful_move": N_(
            "“%(action)s” would take a dossier from status %(before)s to status %(after)s."
        ),
        "reserved_action": N_("“%(action)s” is built in and cannot be written as an action."),
        "no_way_to_end": N_("From the step “%(step)s” a dossier can never be finished."),
        "no_role": N_("Nobody is responsible for the step “%(step)s”."),
        "unknown_role": N_("The step “%(step)s” belongs to the unknown role “%(role)s”."),
        "over_limit": N_(
            "The steps need %(minutes)s working minutes, the time limit is %(limit)s."
        ),
    }
)

_NEEDED: Final = (
    (StepKind.INTAKE,),
    (StepKind.RECEPTION,),
    (StepKind.PROCESSING, StepKind.APPROVAL),
    (StepKind.HANDOVER,),
    (StepKind.FINISHED,),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a workflow; `step` is None when it belongs to the whole of it."""

    code: str
    step: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The English sentence, to be translated and then filled with `words()`."""
        return SENTENCES[self.code]

    def words(self) -> Mapping[str, object]:
        """Return what the placeholders of the sentence stand for."""
        return {"step": self.step, **self.params}

    def __str__(self) -> str:
        return self.sentence % self.words()


def problems(
    definition: Definition, *, roles: Collection[str], limit_minutes: int | None
) -> tuple[Problem, ...]:
    """Return every fault of a workflow, () when it is sound.

    `roles` are the roles that exist. `limit_minutes` is what the time limit is worth in working
    minutes, None when it is unknown: then no time is compared.
    """
    return (
        *_missing(definition),
        *(fault for step in definition.authored() for fault in _actions(definition, step)),
        *_lost(definition),
        *(fault for step in definition.authored() for fault in _role(step, roles)),
        *_time(definition, limit_minutes),
    )


def longest_minutes(definition: Definition) -> int:
    """Return the working minutes of the longest way to the end that goes back nowhere.

    Only steps during which the clock runs count: waiting at the intake, for the citizen, for
    money or for collection of the result is outside the time limit.
    """
    totals: dict[str, int] = {}
    open_: set[str] = set()

    def total(name: str) -> int:
        if name not in totals:
            open_.add(name)
            onward = [to for _, to in authored_moves(definition, name)]
            after = [total(to) for to in onward if to not in open_]
            open_.discard(name)
            totals[name] = _running(definition, name) + max(after, default=0)
        return totals[name]

    return total(definition.start)


def _running(definition: Definition, name: str) -> int:
    running = definition.clocks[Position(name)] is Clock.RUNNING
    return definition.steps[name].minutes or 0 if running else 0


def _missing(definition: Definition) -> Iterator[Problem]:
    if definition.steps[definition.start].kind is not StepKind.INTAKE:
        yield Problem("start_not_intake", definition.start)
    present = {step.kind for step in definition.authored()}
    for kinds in _NEEDED:
        if present.isdisjoint(kinds):
            yield Problem("missing_kind", params={"kind": kinds[0].value})


def _actions(definition: Definition, step: Step) -> Iterator[Problem]:
    for action, target in step.actions.items():
        if action in BUILT_IN:
            yield Problem("reserved_action", step.name, {"action": action})
        elif target not in definition.steps:
            yield Problem("dangling_target", step.name, {"action": action, "target": target})
        elif target in SIDE_STEPS:
            yield Problem("built_in_target", step.name, {"action": action, "target": target})
        elif not is_lawful(step.kind, definition.steps[target].kind):
            yield Problem("unlawful_move", step.name, _move(definition, step, action, target))


def _move(definition: Definition, step: Step, action: str, target: str) -> Mapping[str, object]:
    after = STATUS_OF[definition.steps[target].kind]
    before = STATUS_OF[step.kind]
    return {"action": action, "target": target, "before": int(before), "after": int(after)}


def _lost(definition: Definition) -> Iterator[Problem]:
    came = reachable(definition)
    finishing = can_finish(definition)
    for step in definition.authored():
        if Position(step.name) not in came:
            yield Problem("unreachable", step.name)
        if Position(step.name) not in finishing:
            yield Problem("no_way_to_end", step.name)


def _role(step: Step, roles: Collection[str]) -> Iterator[Problem]:
    if step.role is None and not step.is_end:
        yield Problem("no_role", step.name)
    elif step.role is not None and step.role not in roles:
        yield Problem("unknown_role", step.name, {"role": step.role})


def _time(definition: Definition, limit_minutes: int | None) -> Iterator[Problem]:
    minutes = longest_minutes(definition)
    if limit_minutes is not None and minutes > limit_minutes:
        yield Problem("over_limit", params={"minutes": minutes, "limit": limit_minutes})
