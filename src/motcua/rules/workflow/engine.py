# SPDX-License-Identifier: Apache-2.0
"""Moves a dossier through its workflow: two dictionary look-ups a step, no state but a position."""

from __future__ import annotations

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.workflow.definition import Definition, Position
from motcua.rules.workflow.kinds import Clock, Status


class NotAllowedNow(RuleError):  # noqa: N818
    """The action does not exist where the dossier stands; `params` hold action and step."""


def start(definition: Definition) -> Position:
    """Return where a dossier stands when it has just been submitted."""
    return Position(definition.start)


def allowed(definition: Definition, position: Position) -> tuple[str, ...]:
    """Return the actions possible here: the authored ones first, then those of the kind.

    Empty at the ends, and at a position this workflow does not have.
    """
    return tuple(definition.moves.get(position, ()))


def move(definition: Definition, position: Position, action: str) -> Position:
    """Return where the action leads; `consult` leads nowhere else.

    Raises NotAllowedNow.
    """
    try:
        return definition.moves[position][action]
    except KeyError:
        raise NotAllowedNow(
            N_("“%(action)s” is not possible at the step “%(step)s”."),
            action=action,
            step=position.step,
        ) from None


def status(definition: Definition, position: Position) -> Status:
    """Return the national status of a dossier standing here; nobody ever sets it.

    Raises KeyError for a position this workflow does not have.
    """
    return definition.statuses[position]


def clock(definition: Definition, position: Position) -> Clock:
    """Return what the time limit does here: waiting for the citizen or for money pauses it.

    Raises KeyError for a position this workflow does not have. Source: law.md 2.6 point 6.
    """
    return definition.clocks[position]
