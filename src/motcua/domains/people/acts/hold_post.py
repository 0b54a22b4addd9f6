# SPDX-License-Identifier: Apache-2.0
"""Give an official, or another system, a role in a unit for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.authority import must_give
from motcua.domains.people.events import PostHeld
from motcua.domains.people.models import Account, AccountKind, Holding
from motcua.domains.units import queries as units
from motcua.kit import audit, events
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault, NotFound


class PostOverlaps(Fault):
    """The account already has this role there at that time."""

    status = 409
    sentence = gettext_lazy("This account already holds this role in this unit at that time.")


class PeriodBackwards(Fault):
    """The end lies before the beginning."""

    sentence = gettext_lazy("The end of the period must come after its beginning.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A role in a unit over [valid_from, valid_to)."""

    unit_id: int
    role: Role
    valid_from: date
    valid_to: date | None = None
    position_vi: str = ""
    position_en: str = ""


@transaction.atomic
def hold_post(*, actor: Actor, account_id: int, post: NewPost, at: datetime) -> int:
    """Return the id of the holding.

    Raises NotPermitted, NotFound, PostOverlaps, PeriodBackwards. Emits: PostHeld.
    """
    must_give(actor, post.unit_id, post.role)
    if post.valid_to is not None and post.valid_to <= post.valid_from:
        raise PeriodBackwards
    unit = units.agency(post.unit_id)
    able = Account.objects.filter(kind__in=[AccountKind.OFFICIAL, AccountKind.CLIENT])
    account = able.select_for_update(no_key=True).filter(pk=account_id).first()
    if account is None:
        raise NotFound
    if _overlaps(account_id, post):
        raise PostOverlaps
    row = Holding.objects.create(
        account=account, unit_id=post.unit_id, role=post.role, valid_from=post.valid_from,
        valid_to=post.valid_to, position_vi=post.position_vi, position_en=post.position_en,
    )  # fmt: skip
    facts = {"unit": unit.code, "role": post.role.value, "from": post.valid_from.isoformat()}
    audit.append(
        chain=f"account:{account.code}", at=at, act="hold_post", actor=actor, payload=facts
    )
    events.emit(
        PostHeld(
            subject=account.code, at=at, actor_code=actor.code, account_id=account_id,
            unit_id=post.unit_id, role=post.role.value, valid_from=post.valid_from.isoformat(),
        )
    )  # fmt: skip
    return row.pk


def _overlaps(account_id: int, post: NewPost) -> bool:
    same = Holding.objects.filter(account_id=account_id, unit_id=post.unit_id, role=post.role)
    if post.valid_to is not None:
        same = same.filter(valid_from__lt=post.valid_to)
    return same.exclude(valid_to__lte=post.valid_from).exists()
