# SPDX-License-Identifier: Apache-2.0
"""Writes the ledger: numbers without gaps, movements of money, and the receipt of a bill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Sum

from motcua.domains.payments.events import BillPaid
from motcua.domains.payments.models import (
    Bill,
    BillState,
    Movement,
    MovementKind,
    PaperForm,
    Receipt,
)
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


def receipt_for(bill: Bill, money: Money) -> str:
    """Write the receipt, the movement and the event of a bill that is paid; return the number.

    The bill is locked and open. Emits: BillPaid.
    """
    number = next_number(PaperForm.RECEIPT, money.unit_id, money.at)
    Receipt.objects.create(
        number=number, bill=bill, amount_vnd=money.amount_vnd, method=money.method,
        cashier_code=money.actor.code, unit_id=money.unit_id, at=money.at,
    )  # fmt: skip
    paid(bill, money, reference=money.reference or number)
    stands(bill, BillState.PAID)
    events.emit(
        BillPaid(
            subject=bill.dossier_code, at=money.at, actor_code=money.actor.code,
            total_vnd=bill.total_vnd, method=money.method,
        )
    )  # fmt: skip
    return number


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


def given_back(bill: Bill, money: Money) -> None:
    """Write that money was given back; what was not paid too much is no longer owed."""
    over = max(0, -balance_vnd(bill))
    lifted = max(0, money.amount_vnd - over)
    entry = {
        "bill": bill, "method": money.method, "reference": money.reference,
        "unit_id": money.unit_id, "cashier_code": money.actor.code, "at": money.at,
    }  # fmt: skip
    if lifted:
        Movement.objects.create(kind=MovementKind.LIFTED, amount_vnd=-lifted, **entry)
    Movement.objects.create(kind=MovementKind.REFUNDED, amount_vnd=money.amount_vnd, **entry)


def balance_vnd(bill: Bill) -> int:
    """Return the sum of the ledger: above 0 the applicant owes, below 0 the unit does."""
    return _sum(bill, *MovementKind.values)


def kept_vnd(bill: Bill) -> int:
    """Return what came and was not given back."""
    return -_sum(bill, MovementKind.PAID, MovementKind.REFUNDED)


def _sum(bill: Bill, *kinds: str) -> int:
    rows = Movement.objects.filter(bill=bill, kind__in=kinds)
    return int(rows.aggregate(sum=Sum("amount_vnd", default=0))["sum"])


def stands(bill: Bill, state: BillState) -> None:
    """Write where the money of a bill stands now."""
    bill.state = state
    Bill.objects.filter(pk=bill.pk).update(state=state)
