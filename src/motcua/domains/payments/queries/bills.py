# SPDX-License-Identifier: Apache-2.0
"""What a dossier owes and what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, Sum

from motcua.domains.payments.models import (
    OPEN,
    SETTLED,
    Bill,
    BillLine,
    Movement,
    MovementKind,
    Receipt,
)


@dataclass(frozen=True, slots=True)
class LineCard:
    """One line of a bill."""

    code: str
    title_vi: str
    title_en: str
    kind: str
    amount_vnd: int
    exempt_reason: str


@dataclass(frozen=True, slots=True)
class BillCard:
    """A bill as pages show it; `balance_vnd` is summed from the ledger, above 0 it is owed.

    `refunded_vnd` was given back; `receipt_number` and `paid_at` are None while it is unpaid.
    """

    total_vnd: int
    state: str
    lines: tuple[LineCard, ...]
    receipt_number: str | None
    paid_at: datetime | None
    unit_id: int
    method: str
    balance_vnd: int
    refunded_vnd: int

    @property
    def is_open(self) -> bool:
        """Whether money is owed."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class ReceiptCard:
    """A receipt with everything that is printed on it but the payer, who is the applicant."""

    number: str
    dossier_code: str
    amount_vnd: int
    method: str
    cashier_code: str
    unit_id: int
    at: datetime
    lines: tuple[LineCard, ...]


def bill_of(dossier_code: str) -> BillCard | None:
    """Return the bill of a dossier, if it has one."""
    bill = Bill.objects.filter(dossier_code=dossier_code).select_related("receipt").first()
    if bill is None:
        return None
    receipt = getattr(bill, "receipt", None)
    sums = Movement.objects.filter(bill=bill).aggregate(
        balance=Sum("amount_vnd", default=0),
        refunded=Sum("amount_vnd", filter=Q(kind=MovementKind.REFUNDED), default=0),
    )
    return BillCard(
        total_vnd=bill.total_vnd,
        state=bill.state,
        lines=lines_of(bill.id),
        receipt_number=receipt.number if receipt else None,
        paid_at=receipt.at if receipt else None,
        unit_id=bill.unit_id,
        method=receipt.method if receipt else "",
        balance_vnd=int(sums["balance"]),
        refunded_vnd=int(sums["refunded"]),
    )


def receipt_of(dossier_code: str) -> ReceiptCard | None:
    """Return the receipt of a dossier, None while nothing was paid."""
    found = Receipt.objects.filter(bill__dossier_code=dossier_code).values_list(
        "number", "amount_vnd", "method", "cashier_code", "unit_id", "at", "bill_id"
    )
    row = found.first()
    if row is None:
        return None
    number, amount_vnd, method, cashier_code, unit_id, at, bill_id = row
    return ReceiptCard(
        number, dossier_code, amount_vnd, method, cashier_code, unit_id, at, lines_of(bill_id)
    )


def lines_of(bill_id: int) -> tuple[LineCard, ...]:
    """Return the lines of a bill in their order."""
    rows = BillLine.objects.filter(bill_id=bill_id).order_by("id").values_list(
        "code", "title_vi", "title_en", "kind", "amount_vnd", "exempt_reason"
    )  # fmt: skip
    return tuple(LineCard(*row) for row in rows)


def with_obligation(dossier_codes: Sequence[str]) -> frozenset[str]:
    """Return which of these dossiers have a bill of more than nothing, paid or not."""
    owing = Bill.objects.filter(dossier_code__in=dossier_codes, total_vnd__gt=0)
    return frozenset(owing.values_list("dossier_code", flat=True))


def is_unpaid(dossier_code: str) -> bool:
    """Say whether the dossier still has an open bill."""
    return Bill.objects.filter(dossier_code=dossier_code, state__in=OPEN).exists()


def is_paid(dossier_code: str) -> bool:
    """Say whether money came for the dossier and was not wholly given back."""
    return Bill.objects.filter(dossier_code=dossier_code, state__in=SETTLED).exists()
