# SPDX-License-Identifier: Apache-2.0
"""What a dossier owes and what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.payments.models import (
    OPEN,
    SETTLED,
    Bill,
    BillLine,
    Receipt,
    Refund,
    RefundState,
)
from motcua.domains.payments.queries.sums import ledger_sums


@dataclass(frozen=True, slots=True)
class LineCard:
    """One line of a bill; `receipt_number` is "" while nobody has paid it."""

    code: str
    title_vi: str
    title_en: str
    kind: str
    amount_vnd: int
    exempt_reason: str
    receipt_number: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it has still to be paid."""
        return bool(self.amount_vnd) and not self.receipt_number


@dataclass(frozen=True, slots=True)
class ReceiptMark:
    """One receipt of a bill; its account is "" where the money came in cash."""

    number: str
    amount_vnd: int
    method: str
    at: datetime
    unit_id: int
    bank_bin: str
    account_number: str
    account_name: str


@dataclass(frozen=True, slots=True)
class BillCard:
    """A bill as pages show it; `balance_vnd` is summed from the ledger, above 0 it is owed.

    `due_vnd` is what has still to be paid, `over_vnd` what was paid too much, `kept_vnd` what came
    and was not given back, `refunded_vnd` what was, `refund_waits` that some of it is asked for.
    `receipts` are in the order of payment: one for each account, or for all the rest in cash.
    """

    total_vnd: int
    state: str
    lines: tuple[LineCard, ...]
    receipts: tuple[ReceiptMark, ...]
    unit_id: int
    balance_vnd: int
    over_vnd: int
    kept_vnd: int
    refunded_vnd: int
    refund_waits: bool

    @property
    def is_open(self) -> bool:
        """Whether money is owed."""
        return self.state in OPEN

    @property
    def due_vnd(self) -> int:
        """Return the sum of the lines that nobody has paid."""
        return sum(line.amount_vnd for line in self.lines if line.is_open)

    @property
    def taken_vnd(self) -> int:
        """Return the sum of the receipts."""
        return sum(receipt.amount_vnd for receipt in self.receipts)

    @property
    def receipt_number(self) -> str | None:
        """Return the number of the receipt, of several joined by commas; None while unpaid."""
        numbers = ", ".join(receipt.number for receipt in self.receipts)
        return None if self.is_open or not numbers else numbers

    @property
    def paid_at(self) -> datetime | None:
        """Return when the last part was paid, None while something is open."""
        return None if self.is_open or not self.receipts else self.receipts[-1].at


@dataclass(frozen=True, slots=True)
class ReceiptCard:
    """A receipt with everything that is printed on it but the payer, who is the applicant."""

    mark: ReceiptMark
    cashier_code: str
    lines: tuple[LineCard, ...]


MARK = (
    "number", "amount_vnd", "method", "at", "unit_id", "bank_bin", "account_number",
    "account_name",
)  # fmt: skip
LINE = (
    "code", "title_vi", "title_en", "kind", "amount_vnd", "exempt_reason", "receipt__number",
)  # fmt: skip


def bill_of(dossier_code: str) -> BillCard | None:
    """Return the bill of a dossier, if it has one."""
    bill = Bill.objects.filter(dossier_code=dossier_code).first()
    if bill is None:
        return None
    sums = ledger_sums(bill.id)
    receipts = receipts_of_bill(bill.id)
    return BillCard(
        total_vnd=bill.total_vnd,
        state=bill.state,
        lines=lines_of(bill.id),
        receipts=receipts,
        unit_id=bill.unit_id,
        balance_vnd=sums.balance_vnd,
        over_vnd=sums.over_vnd(sum(receipt.amount_vnd for receipt in receipts)),
        kept_vnd=sums.kept_vnd,
        refunded_vnd=sums.refunded_vnd,
        refund_waits=Refund.objects.filter(bill=bill, state=RefundState.REQUESTED).exists(),
    )


def receipts_of_bill(bill_id: int) -> tuple[ReceiptMark, ...]:
    """Return the receipts of a bill in the order of payment."""
    rows = Receipt.objects.filter(bill_id=bill_id).order_by("id")
    return tuple(ReceiptMark(*row) for row in rows.values_list(*MARK))


def receipts_of(dossier_code: str) -> tuple[ReceiptCard, ...]:
    """Return the receipts of a dossier, none while nothing was paid."""
    rows = Receipt.objects.filter(bill__dossier_code=dossier_code).order_by("id")
    found = rows.values_list("bill_id", "cashier_code", *MARK)
    lines = lines_of(found[0][0]) if found else ()
    return tuple(
        ReceiptCard(
            ReceiptMark(*mark),
            cashier_code,
            tuple(line for line in lines if line.receipt_number == mark[0]),
        )
        for _, cashier_code, *mark in found
    )


def lines_of(bill_id: int) -> tuple[LineCard, ...]:
    """Return the lines of a bill in their order."""
    rows = BillLine.objects.filter(bill_id=bill_id).order_by("id").values_list(*LINE)
    return tuple(LineCard(*row[:-1], row[-1] or "") for row in rows)


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
