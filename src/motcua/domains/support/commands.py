# SPDX-License-Identifier: Apache-2.0
"""Who acts here, and in which post."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit import seal
from motcua.kit.access import Actor, ActorKind, NotPermitted, Post, Role
from motcua.kit.faults import NotFound

HANDLERS = (Role.SPECIALIST, Role.COUNTER, Role.CLERK, Role.LEADER, Role.DIRECTOR)
DECIDERS = (Role.LEADER, Role.DIRECTOR)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act left behind."""

    code: str
    state: str


def post_among(actor: Actor, roles: tuple[Role, ...], unit_id: int | None) -> Post:
    """Return the actor's post in the unit with one of the roles. Raises NotPermitted."""
    for role in roles:
        post = actor.post(role, unit_id) if unit_id is not None else None
        if post is not None:
            return post
    raise NotPermitted


def holder_code(purpose: str, code: str) -> str:
    """Return the actor code of somebody who proved to know a secret."""
    return f"{purpose}:{code}"


def holder(purpose: str, code: str, secret: str, *, exists: bool) -> Actor:
    """Return the actor who knows the secret. Raises NotFound; wrong pairs all look the same."""
    if not (seal.fits(purpose, code, secret) and exists):
        raise NotFound
    return Actor(code=holder_code(purpose, code), name="", kind=ActorKind.GUEST)


def owns(actor: Actor, account_id: int | None, purpose: str, code: str) -> bool:
    """Say whether the thing is the actor's, by account or by its secret."""
    by_account = account_id is not None and actor.account_id == account_id
    return by_account or actor.code == holder_code(purpose, code)
