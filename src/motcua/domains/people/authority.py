# SPDX-License-Identifier: Apache-2.0
"""Who may manage the accounts and posts of a unit, and which posts a unit gives by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from motcua.domains.people.models import Holding
from motcua.kit.access import Actor, ActorKind, NotPermitted, Role
from motcua.kit.clock import VN

GIVEN_BY_UNITS = (Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK, Role.UNIT_ADMIN)
"""Posts that reach no further than their unit; the others are an operator's to give. A director
reads the reports of the whole province."""


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


def must_manage_official(actor: Actor, account_id: int, at: datetime) -> None:
    """Raise NotPermitted unless the actor administers a unit where the account holds a post now."""
    must_manage(actor, _posts(account_id, at).values_list("unit_id", flat=True))


def must_answer_for(actor: Actor, account_id: int, at: datetime) -> None:
    """Raise NotPermitted unless the actor may give every post that the account holds now.

    Whoever gives out a password can act in all of its posts.
    """
    must_manage_official(actor, account_id, at)
    for unit_id, role in _posts(account_id, at).values_list("unit_id", "role"):
        must_give(actor, unit_id, role)


def _posts(account_id: int, at: datetime) -> QuerySet[Holding]:
    return Holding.objects.on(at.astimezone(VN).date()).filter(account_id=account_id)


def runs_the_system(actor: Actor) -> bool:
    """Say whether the actor is the system itself or an operator."""
    return actor.kind is ActorKind.SYSTEM or bool(actor.posts_as(Role.OPERATOR))
