# SPDX-License-Identifier: Apache-2.0
"""Who may manage the accounts and posts of a unit."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.kit.access import Actor, ActorKind, NotPermitted, Role


def must_manage(actor: Actor, unit_ids: Iterable[int]) -> None:
    """Raise NotPermitted unless the actor runs the system or administers one of the units."""
    if actor.kind is ActorKind.SYSTEM or actor.posts_as(Role.OPERATOR):
        return
    if not any(actor.post(Role.UNIT_ADMIN, unit_id) for unit_id in unit_ids):
        raise NotPermitted
