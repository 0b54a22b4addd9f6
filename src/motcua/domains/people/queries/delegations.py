# SPDX-License-Identifier: Apache-2.0
"""Who stands in for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from motcua.domains.people.models import Delegation


@dataclass(frozen=True, slots=True)
class DelegationCard:
    """A post handed to a stand-in over [valid_from, valid_to)."""

    id: int
    absent_id: int
    absent_code: str
    absent_name: str
    stand_in_id: int
    stand_in_code: str
    stand_in_name: str
    unit_id: int
    role: str
    valid_from: date
    valid_to: date
    reason: str


_FIELDS = (
    "pk", "absent_id", "absent__code", "absent__full_name", "stand_in_id", "stand_in__code",
    "stand_in__full_name", "unit_id", "role", "valid_from", "valid_to", "reason",
)  # fmt: skip


def delegations_of(account_id: int, *, on: date) -> tuple[DelegationCard, ...]:
    """Return what an account has handed on or stands in for, on this day or later."""
    return _cards(Q(absent_id=account_id) | Q(stand_in_id=account_id), on)


def delegations_in(unit_id: int, *, on: date) -> tuple[DelegationCard, ...]:
    """Return the delegations of a unit's posts that hold on this day or later."""
    return _cards(Q(unit_id=unit_id), on)


def _cards(where: Q, on: date) -> tuple[DelegationCard, ...]:
    rows = Delegation.objects.filter(where, Q(valid_to__gt=F("valid_from")), valid_to__gt=on)
    ordered = rows.order_by("valid_from", "pk")
    return tuple(DelegationCard(*row) for row in ordered.values_list(*_FIELDS))
