# SPDX-License-Identifier: Apache-2.0
"""Making the actor that acts receive out of an account and its posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from motcua.domains.people.models import Account, Holding
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, Post
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound


def actor_for(account: Account, at: datetime) -> Actor:
    """Return the actor with the posts valid on that day in Vietnam."""
    held = Holding.objects.on(at.astimezone(VN).date()).filter(account_id=account.pk)
    pairs = held.order_by("id").values_list("unit_id", "role")
    return make_actor(account.pk, account.code, account.full_name, account.kind, pairs)


def make_actor(
    account_id: int, code: str, name: str, kind: str, pairs: Iterable[tuple[int, str]]
) -> Actor:
    """Return the actor of an account; `pairs` are (unit id, role)."""
    return Actor(
        code=code, name=name, kind=ActorKind(kind), account_id=account_id,
        posts=tuple(_posts(pairs)),
    )  # fmt: skip


def _posts(pairs: Iterable[tuple[int, str]]) -> Iterator[Post]:
    for unit_id, role in pairs:
        try:
            card = units.agency(unit_id)
        except NotFound:  # a unit that has been dissolved gives no authority
            continue
        yield Post(unit_id, card.code, role)
