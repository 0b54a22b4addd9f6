# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.models import Difference, Receipt
from motcua.domains.payments.platform import Heard, Outcome, Source, Word
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.domains.payments.conftest import AT, Ward, heard


def tell(word: Heard) -> Outcome:
    return settle_payment(heard=word, at=AT)


@pytest.fixture
def begun(ward: Ward) -> str:
    ward.account()
    ward.bill("D-1")
    return ward.online("D-1")


def test_the_first_word_of_money_gives_the_receipt(begun: str, ward: Ward) -> None:
    assert tell(heard(begun)) is Outcome.SETTLED

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.receipts[-1].method, bill.balance_vnd) == ("paid", "online", 0)
    assert bill.receipt_number.startswith(ward.unit.code)
    assert queries.is_paid("D-1") and not queries.is_unpaid("D-1")
    assert OutboxEvent.objects.filter(topic="BillPaid").count() == 1


def test_the_same_word_again_changes_nothing(begun: str) -> None:
    tell(heard(begun))

    assert tell(heard(begun)) is Outcome.REPEATED
    assert tell(heard(begun, source=Source.POLL)) is Outcome.REPEATED
    assert tell(heard(begun, Word.FAILED)) is Outcome.REPEATED
    assert Receipt.objects.count() == 1
    assert AuditEntry.objects.filter(act="settle_payment").count() == 1


def test_another_amount_is_refused_and_written_down_once(begun: str) -> None:
    for _ in range(2):
        assert tell(heard(begun, amount_vnd=25_000)) is Outcome.WRONG_AMOUNT

    (found,) = Difference.objects.all()
    assert (found.kind, found.expected_vnd, found.got_vnd) == ("wrong_amount", 24_000, 25_000)
    assert queries.bill_of("D-1").state == "pending"
    assert not Receipt.objects.exists()


def test_after_a_wrong_callback_the_right_answer_still_settles(begun: str) -> None:
    tell(heard(begun, amount_vnd=25_000))

    assert tell(heard(begun, source=Source.POLL)) is Outcome.SETTLED
    assert Difference.objects.count() == 1


def test_when_the_platform_itself_took_another_amount_the_payment_has_failed(
    begun: str,
) -> None:
    tell(heard(begun, amount_vnd=25_000, source=Source.POLL))

    assert queries.online_payment(begun).state == "failed"
    assert queries.bill_of("D-1").state == "failed"


def test_a_failed_payment_leaves_the_bill_open(begun: str, ward: Ward) -> None:
    assert tell(heard(begun, Word.FAILED)) is Outcome.FAILED

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.is_open, bill.balance_vnd) == ("failed", True, 24_000)
    assert ward.online("D-1") != begun


def test_money_after_a_failure_counts(begun: str) -> None:
    tell(heard(begun, Word.FAILED))

    assert tell(heard(begun)) is Outcome.SETTLED
    assert queries.bill_of("D-1").state == "paid"


def test_a_payment_that_waits_goes_on_waiting(begun: str) -> None:
    word = heard(begun, Word.WAITING, source=Source.POLL)

    assert tell(word) is Outcome.WAITING
    assert queries.bill_of("D-1").state == "pending"


def test_money_that_comes_twice_is_kept_as_too_much(begun: str, ward: Ward) -> None:
    ward.cash("D-1")

    assert tell(heard(begun)) is Outcome.PAID_TWICE

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd, bill.receipts[-1].method) == ("paid", -24_000, "cash")
    assert Difference.objects.get().kind == "paid_twice"
    assert Receipt.objects.count() == 1


def test_money_for_a_reference_nobody_knows_is_written_down(ward: Ward) -> None:
    assert tell(heard("SOMEBODY")) is Outcome.UNKNOWN_REFERENCE
    assert Difference.objects.get().kind == "unknown_reference"
