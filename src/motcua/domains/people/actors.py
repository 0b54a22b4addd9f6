# SPDX-License-Identifier: Apache-2.0
"""Making the actor that acts receive out of an account and its posts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from motcua.domains.people.models import Account, Delegation, Holding
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, Post
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound

Held = tuple[int, str, str]


def actor_for(account: Account, at: datetime) -> Actor:
    """Return the actor with the posts valid on that day in Vietnam, own ones and stood in for."""
    day = at.astimezone(VN).date()
    own = Holding.objects.on(day).filter(account_id=account.pk).order_by("id")
    pairs = [(*pair, "") for pair in own.values_list("unit_id", "role")]
    return make_actor(
        account.pk,
        account.code,
        account.full_name,
        account.kind,
        [*pairs, *_stood_in(account, day)],
    )


def _stood_in(account: Account, day: date) -> Iterable[Held]:
    """Return the posts handed to the account that their absent holders still hold."""
    still = Holding.objects.on(day).filter(
        account_id=OuterRef("absent_id"), unit_id=OuterRef("unit_id"), role=OuterRef("role")
    )
    given = Delegation.objects.on(day).filter(Exists(still), stand_in_id=account.pk)
    return given.order_by("id").values_list("unit_id", "role", "absent__code")


def make_actor(account_id: int, code: str, name: str, kind: str, held: Iterable[Held]) -> Actor:
    """Return the actor of an account; `held` are (unit id, role, code of the absent holder).

    A post that the account holds itself is not held a second time for somebody else.
    """
    posts: dict[tuple[int, str], Post] = {}
    for unit_id, role, for_code in held:
        if (unit_id, role) not in posts and (post := _post(unit_id, role, for_code)):
            posts[unit_id, role] = post
    return Actor(
        code=code, name=name, kind=ActorKind(kind), account_id=account_id,
        posts=tuple(posts.values()),
    )  # fmt: skip


def _post(unit_id: int, role: str, for_code: str) -> Post | None:
    """Return the post; None in a unit that has been dissolved, which gives no authority."""
    try:
        return Post(unit_id, units.agency(unit_id).code, role, for_code)
    except NotFound:
        return None
