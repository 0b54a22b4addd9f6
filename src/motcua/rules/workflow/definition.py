# SPDX-License-Identifier: Apache-2.0
"""A workflow as an immutable value: the steps of one procedure and the moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from motcua.rules.errors import RuleError
from motcua.rules.workflow.kinds import AUTHORED_KINDS, END_KINDS, Clock, Status, StepKind


class DefinitionError(RuleError):
    """A mapping that does not have the shape of a workflow."""


class Position(NamedTuple):
    """Where a dossier stands: the whole state of its workflow.

    `back` is the step a supplement returns to; None everywhere else.
    """

    step: str
    back: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One station of a dossier.

    `minutes` are working minutes, None when the step has no time of its own. `actions` are the
    authored moves, action to step; what the kind allows besides is added by the engine.
    `consulted` names the units the definition proposes to consult, often none.
    """

    name: str
    kind: StepKind
    role: str | None
    minutes: int | None
    title: Mapping[str, str]
    actions: Mapping[str, str]
    consults: bool = False
    consulted: tuple[str, ...] = ()

    @property
    def is_end(self) -> bool:
        """Whether a dossier stays here for ever."""
        return self.kind in END_KINDS


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """The workflow of one procedure version; side exits are among its `steps`.

    `moves`, `statuses` and `clocks` hold every position a dossier can take and what is possible
    there, so that a move is two look-ups. Read them through the functions of the engine.
    """

    start: str
    steps: Mapping[str, Step]
    moves: Mapping[Position, Mapping[str, Position]]
    statuses: Mapping[Position, Status]
    clocks: Mapping[Position, Clock]

    def authored(self) -> tuple[Step, ...]:
        """The steps that were written down, in the order a dossier comes to them."""
        return tuple(step for step in self.steps.values() if step.kind in AUTHORED_KINDS)


def _side(kind: StepKind, role: str | None, vi: str, en: str) -> Step:
    return Step(
        kind.value, kind, role, None, MappingProxyType({"vi": vi, "en": en}), MappingProxyType({})
    )


SIDE_STEPS: Final[Mapping[str, Step]] = MappingProxyType(
    {
        step.name: step
        for step in (
            _side(StepKind.SUPPLEMENT, None, "Chờ bổ sung hồ sơ", "Waiting for more papers"),
            _side(StepKind.REFUSED, None, "Không được tiếp nhận", "Refused"),
            _side(StepKind.WITHDRAWN, None, "Công dân rút hồ sơ", "Withdrawn"),
            _side(StepKind.STOPPED, None, "Dừng xử lý", "Stopped"),
        )
    }
)
"""The steps every workflow has: their names are taken. They belong to no officer's role."""
