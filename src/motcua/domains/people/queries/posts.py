# SPDX-License-Identifier: Apache-2.0
"""Who holds which post, today or on another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.domains.people.models import Holding


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post of one official over [valid_from, valid_to)."""

    holding_id: int
    account_id: int
    account_code: str
    full_name: str
    unit_id: int
    role: str
    position_vi: str
    position_en: str
    valid_from: date
    valid_to: date | None


_FIELDS = (
    "pk", "account_id", "account__code", "account__full_name", "unit_id", "role", "position_vi",
    "position_en", "valid_from", "valid_to",
)  # fmt: skip


def posts_of(account_id: int, *, on: date) -> tuple[PostCard, ...]:
    """Return the posts an account holds on a day."""
    rows = Holding.objects.on(on).filter(account_id=account_id).order_by("pk")
    return tuple(PostCard(*row) for row in rows.values_list(*_FIELDS))


def holders(unit_id: int, *, on: date, role: str | None = None) -> tuple[PostCard, ...]:
    """Return who works in a unit on a day, active accounts only, optionally in one role."""
    rows = Holding.objects.on(on).filter(unit_id=unit_id, account__is_active=True)
    if role is not None:
        rows = rows.filter(role=role)
    ordered = rows.order_by("account__full_name", "pk")
    return tuple(PostCard(*row) for row in ordered.values_list(*_FIELDS))


def everybody(*, on: date) -> tuple[PostCard, ...]:
    """Return all posts held on a day by active accounts, in the order of their names."""
    rows = Holding.objects.on(on).filter(account__is_active=True)
    ordered = rows.order_by("account__full_name", "pk")
    return tuple(PostCard(*row) for row in ordered.values_list(*_FIELDS))
