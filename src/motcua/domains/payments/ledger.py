# SPDX-License-Identifier: Apache-2.0
"""Writes the ledger: numbers without gaps, movements of money, and the receipts of a bill."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q, Sum

from motcua.domains.payments.events import BillPaid, BillPartPaid
from motcua.domains.payments.models import (
    LIVE,
    Bill,
    BillLine,
    BillState,
    Movement,
    MovementKind,
    PaperForm,
    Receipt,
    Refund,
    RefundState,
)
from motcua.domains.payments.queries.sums import LedgerSums, ledger_sums
from motcua.domains.units import queries as units
from motcua.kit import events
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.rules import numbering

NUMBER = (
    "INSERT INTO payments_receiptcounter AS c (unit_id, year, form, last) VALUES (%s, %s, %s, 1)"
    " ON CONFLICT (unit_id, year, form) DO UPDATE SET last = c.last + 1 RETURNING last"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Into:
    """The account money came into; nothing of it for cash."""

    bank_bin: str = ""
    account_number: str = ""
    account_name: str = ""


CASH = Into()


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Money that came for a bill: how, into which unit's till or account, under which reference.

    `reference` is "" for cash: the receipt number stands for it in the ledger.
    """

    amount_vnd: int
    method: str
    unit_id: int
    actor: Actor
    at: datetime
    reference: str = ""
    into: Into = CASH


def locked(dossier_code: str) -> Bill:
    """Return the bill of a dossier, locked till the transaction ends. Raises NotFound."""
    bill = Bill.objects.select_for_update().filter(dossier_code=dossier_code).first()
    if bill is None:
        raise NotFound
    return bill


def next_number(form: PaperForm, unit_id: int, at: datetime) -> str:
    """Take the next number of a form in a unit and year; it is given back if nothing commits."""
    year = at.astimezone(VN).year
    with connection.cursor() as cursor:
        cursor.execute(NUMBER, [unit_id, year, form.value])
        running = cursor.fetchone()[0]
    code = units.agency(unit_id).code
    if form is PaperForm.REFUND:
        return numbering.refund_number(code, year, running)
    return numbering.receipt_number(code, year, running)


def open_lines(bill: Bill) -> dict[str, int]:
    """Return what has still to be paid, by fee code."""
    rows = BillLine.objects.filter(bill=bill, receipt=None, amount_vnd__gt=0).order_by("id")
    return dict(rows.values_list("code", "amount_vnd"))


def receipt_for(bill: Bill, money: Money, fee_codes: Collection[str]) -> str:
    """Write the receipt, the movement and the event of lines that are paid; return the number.

    The bill is locked, the lines are open and cost exactly this money. Exempt lines stand on the
    first receipt. Emits: BillPaid with the last open line, else BillPartPaid.
    """
    number = next_number(PaperForm.RECEIPT, money.unit_id, money.at)
    reference = money.reference or number
    receipt = Receipt.objects.create(
        number=number, bill=bill, reference=reference, amount_vnd=money.amount_vnd,
        method=money.method, cashier_code=money.actor.code, unit_id=money.unit_id, at=money.at,
        bank_bin=money.into.bank_bin, account_number=money.into.account_number,
        account_name=money.into.account_name,
    )  # fmt: skip
    lines = BillLine.objects.filter(bill=bill, receipt=None)
    lines.filter(Q(code__in=fee_codes) | Q(amount_vnd=0)).update(receipt=receipt)
    paid(bill, money, reference=reference)
    _tell(bill, money)
    return number


def _tell(bill: Bill, money: Money) -> None:
    by = {"subject": bill.dossier_code, "at": money.at, "actor_code": money.actor.code}
    if restate(bill):
        events.emit(BillPaid(**by, total_vnd=bill.total_vnd, method=money.method))
    else:
        events.emit(BillPartPaid(**by, amount_vnd=money.amount_vnd, method=money.method))


def paid(bill: Bill, money: Money, *, reference: str) -> None:
    """Write that money came."""
    Movement.objects.create(
        bill=bill, kind=MovementKind.PAID, amount_vnd=-money.amount_vnd, method=money.method,
        reference=reference, unit_id=money.unit_id, cashier_code=money.actor.code, at=money.at,
    )  # fmt: skip


def owed(bill: Bill, actor: Actor, at: datetime) -> None:
    """Write that the bill was issued."""
    Movement.objects.create(
        bill=bill, kind=MovementKind.OWED, amount_vnd=bill.total_vnd,
        unit_id=bill.unit_id, cashier_code=actor.code, at=at,
    )  # fmt: skip


def amended(bill: Bill, more_vnd: int, actor: Actor, at: datetime) -> None:
    """Write that a bill costs more, or for an amount below 0 less, than when it was issued."""
    Movement.objects.create(
        bill=bill, kind=MovementKind.OWED if more_vnd > 0 else MovementKind.LIFTED,
        amount_vnd=more_vnd, unit_id=bill.unit_id, cashier_code=actor.code, at=at,
    )  # fmt: skip


def given_back(bill: Bill, money: Money) -> None:
    """Write that money was given back; what was not paid too much is no longer owed."""
    lifted = max(0, money.amount_vnd - over_vnd(bill, ledger_sums(bill.pk)))
    entry = {
        "bill": bill, "method": money.method, "reference": money.reference,
        "unit_id": money.unit_id, "cashier_code": money.actor.code, "at": money.at,
    }  # fmt: skip
    if lifted:
        Movement.objects.create(kind=MovementKind.LIFTED, amount_vnd=-lifted, **entry)
    Movement.objects.create(kind=MovementKind.REFUNDED, amount_vnd=money.amount_vnd, **entry)


def returnable_vnd(bill: Bill, receipt: Receipt | None) -> int:
    """Return the most that can be given back on a receipt now: its rest, and what is too much."""
    sums = ledger_sums(bill.pk)
    if receipt is None:
        return min(sums.kept_vnd, over_vnd(bill, sums))
    numbers = Refund.objects.filter(receipt=receipt, state=RefundState.PAID)
    lifted = Movement.objects.filter(
        bill=bill, kind=MovementKind.LIFTED, reference__in=numbers.values("number")
    ).aggregate(sum=Sum("amount_vnd", default=0))["sum"]
    return min(sums.kept_vnd, receipt.amount_vnd + int(lifted) + over_vnd(bill, sums))


def over_vnd(bill: Bill, sums: LedgerSums) -> int:
    """Return what was paid too much on a bill and not given back."""
    receipted = Receipt.objects.filter(bill=bill).aggregate(sum=Sum("amount_vnd", default=0))
    return sums.over_vnd(int(receipted["sum"]))


def restate(bill: Bill) -> bool:
    """Write where the money of a bill stands, from its lines, payments and refunds.

    Return whether every part of it was paid.
    """
    if open_lines(bill):
        live = bill.online.filter(state__in=LIVE).exists()
        stands(bill, BillState.PENDING if live else BillState.DUE)
        return False
    if Refund.objects.filter(bill=bill, state=RefundState.REQUESTED).exists():
        stands(bill, BillState.REFUND_REQUESTED)
    else:
        kept = ledger_sums(bill.pk).kept_vnd
        stands(bill, BillState.PAID if kept else BillState.REFUNDED)
    return True


def stands(bill: Bill, state: BillState) -> None:
    """Write where the money of a bill stands now."""
    bill.state = state
    Bill.objects.filter(pk=bill.pk).update(state=state)
