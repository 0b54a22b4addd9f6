# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.book_transfer import NotTheWhole, book_transfer
from motcua.domains.payments.acts.reconcile import reconcile
from motcua.kit.access import SYSTEM, Actor, NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.payments.bank_file import bank_file, line
from tests.domains.payments.conftest import AT, Ward


def book(actor: Actor, key: UUID | None = None) -> str:
    one = [*queries.differences(), *queries.differences(waiting=False)][0]
    return book_transfer(actor=actor, at=AT, key=key or uuid4(), difference_id=one.id)


def transferred(ward: Ward, amount_vnd: int = 24_000) -> None:
    ward.account()
    ward.bill("D-1")
    on = AT.date()
    reconcile(actor=SYSTEM, at=AT, raw=bank_file([line("T1", on, amount_vnd, "D-1")], on))


def test_a_transfer_gets_its_receipt_and_is_known_to_the_next_file(ward: Ward) -> None:
    transferred(ward)
    key = uuid4()

    number = book(ward.leader, key)

    assert book(ward.leader, key) == number
    bill = queries.bill_of("D-1")
    assert (bill.state, bill.receipts[-1].method, bill.receipt_number) == (
        "paid",
        "transfer",
        number,
    )
    assert queries.differences() == ()
    on = AT.date()
    again = bank_file([line("T1", on, 24_000, "D-1"), line("T2", on, 24_000, "D-1")], on)
    report = reconcile(actor=SYSTEM, at=AT, raw=again)
    assert [one.kind for one in report.differences] == ["paid_twice"]


def test_less_than_the_bill_or_a_settled_bill_gets_none(ward: Ward) -> None:
    transferred(ward, 24_000)
    ward.cash("D-1")

    with pytest.raises(NotTheWhole):
        book(ward.leader)


def test_only_what_waits_to_be_booked_can_be(ward: Ward) -> None:
    transferred(ward, 20_000)

    with pytest.raises(NotAllowedNow):
        one = next(one for one in queries.differences() if one.kind == "amount_differs")
        book_transfer(actor=ward.leader, at=AT, key=uuid4(), difference_id=one.id)


def test_the_counter_books_no_transfers(ward: Ward) -> None:
    transferred(ward)

    with pytest.raises(NotPermitted):
        book(ward.cashier)
