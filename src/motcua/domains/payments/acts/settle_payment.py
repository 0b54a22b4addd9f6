# SPDX-License-Identifier: Apache-2.0
"""Act on what the platform says about an online payment, however often it says it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.payments import ledger
from motcua.domains.payments.differences import name_difference
from motcua.domains.payments.models import LIVE, Bill, BillState, OnlinePayment, OnlineState
from motcua.domains.payments.platform import Heard, Outcome, Source, Word
from motcua.kit import audit
from motcua.kit.access import SYSTEM


@transaction.atomic
def settle_payment(*, heard: Heard, at: datetime) -> Outcome:
    """Settle what it pays of the bill, note a failure, or name the difference.

    The first word of money counts. Another amount than the payment's is never taken: it is
    written down as a difference. Money for lines of which any was settled in another way, or that
    cost another sum by now, is kept in the ledger as too much, to be given back.
    Emits: BillPaid, BillPartPaid.
    """
    code = _dossier_code(heard.reference)
    if code is None:
        name_difference("unknown_reference", heard.reference, at=at, got_vnd=heard.amount_vnd)
        return Outcome.UNKNOWN_REFERENCE
    bill = ledger.locked(code)
    payment = OnlinePayment.objects.select_for_update().get(reference=heard.reference)
    if heard.source is Source.POLL:
        payment.asked_at = at
        payment.save(update_fields=["asked_at"])
    if payment.state == OnlineState.PAID:
        return Outcome.REPEATED
    return _WORDS[heard.word](bill, payment, heard, at)


def _dossier_code(reference: str) -> str | None:
    rows = OnlinePayment.objects.filter(reference=reference)
    return rows.values_list("bill__dossier_code", flat=True).first()


def _paid(bill: Bill, payment: OnlinePayment, heard: Heard, at: datetime) -> Outcome:
    if heard.amount_vnd != payment.amount_vnd:
        return _wrong(bill, payment, heard, at)
    _end(payment, OnlineState.PAID, at, heard.transaction)
    money = ledger.Money(
        amount_vnd=payment.amount_vnd, method="online", unit_id=bill.unit_id,
        actor=SYSTEM, at=at, reference=payment.reference,
        into=ledger.Into(
            bank_bin=payment.bank_bin, account_number=payment.account_number,
            account_name=payment.account_name,
        ),
    )  # fmt: skip
    outcome, number = Outcome.SETTLED, ""
    due_vnd = _due_vnd(bill, payment)
    if due_vnd == payment.amount_vnd:
        number = ledger.receipt_for(bill, money, payment.fee_codes)
    else:
        outcome = Outcome.PAID_TWICE
        ledger.paid(bill, money, reference=payment.reference)
        _name("wrong_amount" if due_vnd else "paid_twice", bill, heard, at, expected_vnd=due_vnd)
    _log(bill, heard, at, receipt=number)
    return outcome


def _due_vnd(bill: Bill, payment: OnlinePayment) -> int:
    """Return what the lines of a payment cost by now, 0 when any of them is settled."""
    due, codes = ledger.open_lines(bill), set(payment.fee_codes)
    return sum(due[code] for code in codes) if due.keys() >= codes else 0


def _wrong(bill: Bill, payment: OnlinePayment, heard: Heard, at: datetime) -> Outcome:
    """A callback proves nothing then, the question whether it was paid goes on."""
    _name("wrong_amount", bill, heard, at, expected_vnd=payment.amount_vnd)
    if heard.source is Source.POLL:
        _failed(bill, payment, heard, at)
    return Outcome.WRONG_AMOUNT


def _failed(bill: Bill, payment: OnlinePayment, heard: Heard, at: datetime) -> Outcome:
    if payment.state in LIVE:
        _end(payment, OnlineState.FAILED, at, heard.transaction)
        if bill.state == BillState.PENDING and not bill.online.filter(state__in=LIVE).exists():
            ledger.stands(bill, BillState.FAILED)
        _log(bill, heard, at)
    return Outcome.FAILED


def _waiting(bill: Bill, payment: OnlinePayment, heard: Heard, at: datetime) -> Outcome:
    return Outcome.WAITING


_WORDS = {Word.PAID: _paid, Word.FAILED: _failed, Word.WAITING: _waiting}


def _end(payment: OnlinePayment, state: OnlineState, at: datetime, transaction_no: str) -> None:
    payment.state, payment.ended_at, payment.transaction = state, at, transaction_no[:60]
    payment.save(update_fields=["state", "ended_at", "transaction"])


def _name(kind: str, bill: Bill, heard: Heard, at: datetime, *, expected_vnd: int) -> None:
    name_difference(
        kind, heard.reference, at=at, dossier_code=bill.dossier_code, unit_id=bill.unit_id,
        expected_vnd=expected_vnd, got_vnd=heard.amount_vnd,
    )  # fmt: skip


def _log(bill: Bill, heard: Heard, at: datetime, *, receipt: str = "") -> None:
    payload = {
        "reference": heard.reference, "word": heard.word.value, "source": heard.source.value,
        "amount_vnd": heard.amount_vnd, "receipt": receipt,
    }  # fmt: skip
    audit.append(
        chain=f"online:{bill.dossier_code}", at=at, act="settle_payment", actor=SYSTEM,
        payload=payload,
    )  # fmt: skip
