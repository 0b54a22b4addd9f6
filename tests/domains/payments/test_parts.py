# SPDX-License-Identifier: Apache-2.0
"""Bills that go to two accounts: each part by itself, nothing half done, the ledger right."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.payments import queries
from motcua.domains.payments.acts.book_transfer import NotTheWhole, book_transfer
from motcua.domains.payments.acts.expire_payments import expire_payments
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.reconcile import reconcile
from motcua.domains.payments.acts.refuse_refund import refuse_refund
from motcua.domains.payments.acts.request_refund import (
    NothingPaid,
    ReceiptUnnamed,
    RefundTooLarge,
    request_refund,
)
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import NothingToPay
from motcua.domains.payments.acts.take_cash import NothingDue
from motcua.domains.payments.models import BillLine, Difference, Receipt
from motcua.domains.payments.platform import Outcome, Source, Word
from motcua.kit.access import SYSTEM, Role
from motcua.kit.models import OutboxEvent
from tests.domains.payments.bank_file import bank_file, line
from tests.domains.payments.conftest import AT, Ward, heard

FIRST, SECOND = "0000000000147", "0000000000990"
ON = AT.date()


def states() -> list[str]:
    return [one.state for one in queries.orders_of("D-1", ON)]


def told() -> list[str]:
    topics = OutboxEvent.objects.filter(topic__startswith="Bill").order_by("id")
    return list(topics.values_list("topic", flat=True))[1:]


def settle(reference: str, amount_vnd: int, word: Word = Word.PAID) -> Outcome:
    return settle_payment(heard=heard(reference, word, amount_vnd), at=AT)


def give_back(ward: Ward, amount_vnd: int, receipt: str = "") -> str:
    request_refund(
        actor=ward.leader, at=AT, key=uuid4(), dossier_code="D-1", amount_vnd=amount_vnd,
        reason="Thừa", receipt_number=receipt,
    )  # fmt: skip
    other = ward.person("Hà", Role.LEADER)
    return pay_refund(actor=other, at=AT, key=uuid4(), dossier_code="D-1", method="transfer")


@pytest.fixture
def both(ward: Ward) -> tuple[str, str]:
    """Both parts begun online."""
    ward.two_accounts("D-1")
    return ward.online("D-1", number=1), ward.online("D-1", number=2)


def test_the_bill_is_paid_when_both_parts_are(both: tuple[str, str]) -> None:
    assert settle(both[1], 20_000) is Outcome.SETTLED

    half = queries.bill_of("D-1")
    assert (half.state, half.due_vnd, half.receipt_number) == ("pending", 10_000, None)
    assert queries.is_unpaid("D-1") and not queries.is_paid("D-1")
    assert states() == ["pending", "paid"]
    assert told() == ["BillPartPaid"]

    assert settle(both[0], 10_000) is Outcome.SETTLED

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.due_vnd, bill.balance_vnd) == ("paid", 0, 0)
    assert [one.amount_vnd for one in bill.receipts] == [20_000, 10_000]
    assert [one.account_number for one in bill.receipts] == [SECOND, FIRST]
    assert states() == ["paid", "paid"]
    assert told() == ["BillPartPaid", "BillPaid"]


def test_every_receipt_names_its_own_lines(both: tuple[str, str]) -> None:
    for reference, amount in zip(both, (10_000, 20_000), strict=True):
        settle(reference, amount)

    receipts = queries.receipts_of("D-1")
    assert [[line.code for line in one.lines] for one in receipts] == [["fee-0"], ["fee-1"]]
    numbers = [one.mark.number for one in receipts]
    assert queries.bill_of("D-1").receipt_number == ", ".join(numbers)


def test_a_line_never_moves_to_another_receipt(both: tuple[str, str]) -> None:
    settle(both[0], 10_000)
    settle(both[1], 20_000)

    with pytest.raises(IntegrityError), transaction.atomic():
        BillLine.objects.update(receipt=Receipt.objects.latest("id"))


def test_the_same_word_about_a_part_changes_nothing(both: tuple[str, str]) -> None:
    settle(both[0], 10_000)

    assert settle(both[0], 10_000) is Outcome.REPEATED
    assert Receipt.objects.count() == 1


def test_the_amount_of_the_whole_bill_is_wrong_for_a_part(both: tuple[str, str]) -> None:
    assert settle(both[0], 30_000) is Outcome.WRONG_AMOUNT

    (found,) = Difference.objects.all()
    assert (found.expected_vnd, found.got_vnd) == (10_000, 30_000)
    assert states() == ["pending", "pending"]


def test_one_part_fails_while_the_other_goes_on(both: tuple[str, str], ward: Ward) -> None:
    settle(both[0], 10_000, Word.FAILED)
    assert (queries.bill_of("D-1").state, states()) == ("pending", ["failed", "pending"])

    settle(both[1], 20_000, Word.FAILED)
    assert (queries.bill_of("D-1").state, states()) == ("failed", ["failed", "failed"])

    settle(ward.online("D-1", number=2), 20_000)
    assert (queries.bill_of("D-1").state, states()) == ("due", ["failed", "paid"])


def test_an_abandoned_part_is_due_again_beside_a_paid_one(both: tuple[str, str]) -> None:
    settle(both[1], 20_000)

    assert expire_payments(at=AT + timedelta(minutes=15)) == 1

    assert (queries.bill_of("D-1").state, states()) == ("due", ["due", "paid"])


def test_a_paid_part_takes_no_second_payment(both: tuple[str, str], ward: Ward) -> None:
    settle(both[0], 10_000)

    with pytest.raises(NothingToPay):
        ward.online("D-1", number=1)
    assert ward.online("D-1") == both[1]


def test_the_counter_takes_the_rest_in_cash(both: tuple[str, str], ward: Ward) -> None:
    settle(both[1], 20_000)
    with pytest.raises(NothingDue):
        ward.cash("D-1", 30_000)

    number = ward.cash("D-1", 10_000)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd, bill.receipts[-1].number) == ("paid", 0, number)
    assert [one.method for one in bill.receipts] == ["online", "cash"]
    assert settle(both[0], 10_000) is Outcome.PAID_TWICE
    assert queries.bill_of("D-1").over_vnd == 10_000


def test_cash_for_all_of_it_is_one_receipt(ward: Ward) -> None:
    ward.two_accounts("D-1")

    ward.cash("D-1", 30_000)

    (receipt,) = queries.receipts_of("D-1")
    assert [line.code for line in receipt.lines] == ["fee-0", "fee-1"]
    assert states() == ["paid"]


def test_too_much_for_one_part_is_not_set_against_the_other(ward: Ward) -> None:
    ward.two_accounts("D-1")
    late = ward.online("D-1", number=1)
    expire_payments(at=AT + timedelta(minutes=15))
    settle(ward.online("D-1", number=1), 10_000)
    assert settle(late, 10_000) is Outcome.PAID_TWICE

    give_back(ward, 10_000)

    bill = queries.bill_of("D-1")
    assert (bill.over_vnd, bill.due_vnd, bill.balance_vnd) == (0, 20_000, 20_000)
    ward.cash("D-1", 20_000)
    assert (queries.bill_of("D-1").state, queries.bill_of("D-1").balance_vnd) == ("paid", 0)


def test_one_of_two_is_given_back(both: tuple[str, str], ward: Ward) -> None:
    for reference, amount in zip(both, (10_000, 20_000), strict=True):
        settle(reference, amount)
    first, second = (one.number for one in queries.bill_of("D-1").receipts)

    with pytest.raises(ReceiptUnnamed):
        give_back(ward, 10_000)
    with pytest.raises(ReceiptUnnamed):
        give_back(ward, 10_000, "X-1")
    with pytest.raises(RefundTooLarge):
        give_back(ward, 10_001, first)
    give_back(ward, 10_000, first)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.refunded_vnd, bill.balance_vnd) == ("paid", 10_000, 0)
    assert queries.refunds_of("D-1")[0].receipt_number == first
    with pytest.raises(RefundTooLarge):
        give_back(ward, 1, first)
    give_back(ward, 20_000, second)
    assert queries.bill_of("D-1").state == "refunded"


def test_a_paid_part_is_given_back_while_the_other_is_open(
    both: tuple[str, str], ward: Ward
) -> None:
    with pytest.raises(NothingPaid):
        give_back(ward, 10_000)
    settle(both[0], 10_000)

    give_back(ward, 10_000)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.due_vnd, bill.balance_vnd) == ("pending", 20_000, 20_000)
    settle(both[1], 20_000)
    assert (queries.bill_of("D-1").state, queries.bill_of("D-1").balance_vnd) == ("paid", 0)


def test_a_refund_that_waits_outlives_the_payment_of_the_rest(
    both: tuple[str, str], ward: Ward
) -> None:
    settle(both[0], 10_000)
    request_refund(
        actor=ward.person("Bình", Role.SPECIALIST), at=AT, key=uuid4(), dossier_code="D-1",
        amount_vnd=5_000, reason="Thừa",
    )  # fmt: skip
    assert queries.bill_of("D-1").refund_waits

    settle(both[1], 20_000)
    assert queries.bill_of("D-1").state == "refund_requested"
    assert told()[-1] == "BillPaid"

    refuse_refund(actor=ward.leader, at=AT, key=uuid4(), dossier_code="D-1", note="Đúng số")
    assert queries.bill_of("D-1").state == "paid"


def test_the_bank_file_agrees_part_by_part(both: tuple[str, str], ward: Ward) -> None:
    settle(both[0], 10_000)
    lines = [
        line("T1", ON, 10_000, both[0], account=FIRST),
        line("T2", ON, 20_000, "D-1/2", account=SECOND),
    ]

    report = reconcile(actor=SYSTEM, at=AT, raw=bank_file(lines, ON))
    assert [(one.kind, one.reference) for one in report.differences] == [("not_booked", "D-1/2")]
    (found,) = queries.differences()
    number = book_transfer(actor=ward.leader, at=AT, key=uuid4(), difference_id=found.id)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd) == ("paid", 0)
    assert bill.receipts[-1].number == number
    assert (bill.receipts[-1].method, bill.receipts[-1].account_number) == ("transfer", SECOND)
    again = bank_file([*lines, line("T3", ON, 20_000, "D-1/2", account=SECOND)], ON)
    kinds = [one.kind for one in reconcile(actor=SYSTEM, at=AT, raw=again).differences]
    assert kinds == ["paid_twice"]


def test_a_transfer_for_a_part_that_was_paid_is_not_booked_again(
    both: tuple[str, str], ward: Ward
) -> None:
    raw = bank_file([line("T1", ON, 10_000, "D-1/1", account=FIRST)], ON)
    reconcile(actor=SYSTEM, at=AT, raw=raw)
    settle(both[0], 10_000)

    with pytest.raises(NotTheWhole):
        one = queries.differences()[0]
        book_transfer(actor=ward.leader, at=AT, key=uuid4(), difference_id=one.id)
    assert states() == ["paid", "pending"]


def test_the_report_counts_each_part_once(both: tuple[str, str], ward: Ward) -> None:
    settle(both[0], 10_000)
    settle(both[1], 20_000)

    (row,) = queries.money(ON, ON)

    assert (row.receipts, row.amount_vnd, row.charge_vnd) == (2, 30_000, 30_000)


def test_after_another_account_is_stated_open_parts_follow_it_and_paid_ones_stay(
    both: tuple[str, str], ward: Ward
) -> None:
    settle(both[0], 10_000)
    expire_payments(at=AT + timedelta(minutes=15))
    ward.account("0000000000991", fee_code="fee-1", first_on=ON + timedelta(days=1))

    paid, due = queries.orders_of("D-1", ON + timedelta(days=1))

    assert paid.receipt.account_number == FIRST
    assert (due.reference, due.account.account_number) == ("D-1/2", "0000000000991")


def test_a_question_about_one_part_leaves_the_other_alone(both: tuple[str, str]) -> None:
    word = heard(both[0], Word.WAITING, 10_000, Source.POLL)

    assert settle_payment(heard=word, at=AT) is Outcome.WAITING
    assert states() == ["pending", "pending"]
