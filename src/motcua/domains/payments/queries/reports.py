# SPDX-License-Identifier: Apache-2.0
"""Money by agency, day and cashier; differences and refunds that wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from motcua.domains.payments.models import Difference, Refund, RefundState
from motcua.kit import sql

MOST = 500
SUMS = """
SELECT (m.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, b.unit_id, m.unit_id, m.cashier_code, m.method,
  count(r.id),
  coalesce(sum(-m.amount_vnd) FILTER (WHERE m.kind = 'paid'), 0)::bigint,
  coalesce(sum(parts.fee), 0)::bigint,
  coalesce(sum(parts.charge), 0)::bigint,
  coalesce(sum(m.amount_vnd) FILTER (WHERE m.kind = 'refunded'), 0)::bigint
FROM payments_movement m JOIN payments_bill b ON b.id = m.bill_id
LEFT JOIN payments_receipt r ON r.bill_id = b.id AND m.kind = 'paid'
  AND r.reference IN (m.reference, ''),
LATERAL (SELECT coalesce(sum(l.amount_vnd) FILTER (WHERE l.kind = 'fee'), 0) AS fee,
    coalesce(sum(l.amount_vnd) FILTER (WHERE l.kind = 'charge'), 0) AS charge
  FROM payments_billline l WHERE l.bill_id = b.id AND l.receipt_id = r.id) parts
WHERE m.kind IN ('paid', 'refunded')
  AND m.at >= %(first)s::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
  AND m.at < (%(last)s::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
  AND (%(every)s OR m.unit_id = ANY(%(units)s) OR b.unit_id = ANY(%(units)s))
GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """What one cashier took in one way on one day for one agency; `unit_id` is whose till it was.

    Online payments and transfers come in without a cashier's hand. Money that came twice has no
    receipt, and is neither fee nor charge.
    """

    day: date
    agency_id: int
    unit_id: int
    cashier_code: str
    method: str
    receipts: int
    amount_vnd: int
    fee_vnd: int
    charge_vnd: int
    refunded_vnd: int


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A difference as its unit reads it."""

    id: int
    kind: str
    reference: str
    transaction: str
    dossier_code: str
    unit_id: int | None
    expected_vnd: int | None
    got_vnd: int | None
    found_at: datetime
    settled_at: datetime | None
    settled_by: str
    note: str


@dataclass(frozen=True, slots=True)
class RefundLine:
    """A refund as its unit reads it."""

    dossier_code: str
    unit_id: int
    amount_vnd: int
    reason: str
    state: str
    requested_by: str
    requested_at: datetime
    decided_by: str
    decided_at: datetime | None
    note: str
    method: str
    number: str | None
    receipt_number: str | None


REFUND = (
    "bill__dossier_code", "unit_id", "amount_vnd", "reason", "state", "requested_by",
    "requested_at", "decided_by", "decided_at", "note", "method", "number",
    "receipt__number",
)  # fmt: skip
DIFFERENCE = (
    "id", "kind", "reference", "transaction", "dossier_code", "unit_id", "expected_vnd",
    "got_vnd", "found_at", "settled_at", "settled_by", "note",
)  # fmt: skip


def money(
    first_on: date, last_on: date, unit_ids: Collection[int] | None = None
) -> tuple[MoneyLine, ...]:
    """Return what came and went in a period (both days included), of some units or of all."""
    values = {
        "first": first_on, "last": last_on, "every": unit_ids is None, "units": list(unit_ids or ())
    }  # fmt: skip
    return tuple(MoneyLine(*row) for row in sql.fetch_all(SUMS, values))


def differences(
    unit_ids: Collection[int] | None = None, *, waiting: bool = True, before: int = 0,
    most: int = MOST,
) -> tuple[DifferenceLine, ...]:  # fmt: skip
    """Return differences of some units or of all, the newest first, below the id `before`."""
    rows = _differences(unit_ids, waiting=waiting).order_by("-id")
    if before:
        rows = rows.filter(id__lt=before)
    return tuple(DifferenceLine(*row) for row in rows.values_list(*DIFFERENCE)[:most])


def count_differences(unit_ids: Collection[int] | None = None) -> int:
    """Return how many differences of some units or of all wait."""
    return _differences(unit_ids, waiting=True).count()


def _differences(unit_ids: Collection[int] | None, *, waiting: bool) -> QuerySet[Difference]:
    rows = Difference.objects.filter(settled_at__isnull=waiting)
    return rows if unit_ids is None else rows.filter(unit_id__in=unit_ids)


def refunds_of(dossier_code: str) -> tuple[RefundLine, ...]:
    """Return the refunds of a dossier, the newest first."""
    return _refunds(Q(bill__dossier_code=dossier_code))


def refunds_waiting(unit_ids: Collection[int]) -> tuple[RefundLine, ...]:
    """Return the requests these units have to decide about, the newest first."""
    return _refunds(Q(unit_id__in=unit_ids, state=RefundState.REQUESTED))


def _refunds(which: Q) -> tuple[RefundLine, ...]:
    rows = Refund.objects.filter(which).order_by("-id").values_list(*REFUND)
    return tuple(RefundLine(*row) for row in rows[:MOST])
