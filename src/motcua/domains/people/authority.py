# SPDX-License-Identifier: Apache-2.0
"""Who may manage the accounts and posts of a unit, and which posts a unit gives by itself."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.kit.access import Actor, ActorKind, NotPermitted, Role

GIVEN_BY_UNITS = (
    Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK, Role.DIRECTOR, Role.UNIT_ADMIN,
)  # fmt: skip
"""Posts that reach no further than their unit; the others are an operator's to give."""


def must_manage(actor: Actor, unit_ids: Iterable[int]) -> None:
    """Raise NotPermitted unless the actor runs the system or administers one of the units."""
    if runs_the_system(actor):
        return
    if not any(actor.post(Role.UNIT_ADMIN, unit_id) for unit_id in unit_ids):
        raise NotPermitted


def must_give(actor: Actor, unit_id: int, role: str) -> None:
    """Raise NotPermitted unless the actor may give or end such a post in the unit."""
    must_manage(actor, [unit_id])
    if role not in GIVEN_BY_UNITS and not runs_the_system(actor):
        raise NotPermitted


def runs_the_system(actor: Actor) -> bool:
    """Say whether the actor is the system itself or an operator."""
    return actor.kind is ActorKind.SYSTEM or bool(actor.posts_as(Role.OPERATOR))
