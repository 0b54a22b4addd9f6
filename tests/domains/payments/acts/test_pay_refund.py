# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.domains.payments import queries
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.request_refund import RefundTooLarge, request_refund
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.models import Movement, Refund
from motcua.domains.payments.refunds import NoRequest, OwnRequest
from motcua.kit.access import Actor, NotPermitted
from motcua.kit.models import OutboxEvent
from tests.domains.payments.conftest import AT, Ward, heard


def ask(actor: Actor, amount_vnd: int) -> None:
    request_refund(
        actor=actor, at=AT, key=uuid4(), dossier_code="D-1", amount_vnd=amount_vnd, reason="Thừa"
    )


def give(actor: Actor, key: UUID | None = None) -> str:
    return pay_refund(
        actor=actor, at=AT, key=key or uuid4(), dossier_code="D-1", method="cash"
    )  # fmt: skip


@pytest.fixture
def paid(ward: Ward) -> Ward:
    ward.bill("D-1")
    ward.cash("D-1")
    return ward


def test_the_whole_is_given_back_and_nothing_is_owed(paid: Ward) -> None:
    ask(paid.cashier, 24_000)

    number = give(paid.leader)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd, bill.refunded_vnd) == ("refunded", 0, 24_000)
    assert number.endswith("-R0000001")
    assert not queries.is_paid("D-1") and not queries.is_unpaid("D-1")
    assert OutboxEvent.objects.filter(topic="BillRefunded").count() == 1


def test_parts_may_be_given_back_up_to_what_was_paid(paid: Ward) -> None:
    for amount in (4_000, 10_000):
        ask(paid.cashier, amount)
        give(paid.leader)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.refunded_vnd, bill.balance_vnd) == ("paid", 14_000, 0)
    with pytest.raises(RefundTooLarge):
        ask(paid.cashier, 10_001)

    ask(paid.cashier, 10_000)
    give(paid.leader)
    assert queries.bill_of("D-1").state == "refunded"


def test_what_was_paid_twice_is_given_back_first(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")
    ward.cash("D-1")
    settle_payment(heard=heard(reference), at=AT)
    assert queries.bill_of("D-1").balance_vnd == -24_000

    ask(ward.cashier, 24_000)
    give(ward.leader)

    bill = queries.bill_of("D-1")
    assert (bill.state, bill.balance_vnd) == ("paid", 0)
    assert not Movement.objects.filter(kind="lifted").exists()


def test_two_people_are_needed(paid: Ward) -> None:
    ask(paid.leader, 24_000)

    with pytest.raises(OwnRequest):
        give(paid.leader)
    with pytest.raises(NotPermitted):
        give(paid.cashier)
    row = Refund.objects.get()
    row.decided_by = row.requested_by
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_same_click_twice_pays_once(paid: Ward) -> None:
    ask(paid.cashier, 24_000)
    key = uuid4()

    assert give(paid.leader, key) == give(paid.leader, key)
    assert Movement.objects.filter(kind="refunded").count() == 1
    with pytest.raises(NoRequest):
        give(paid.leader)


@pytest.mark.parametrize(
    "change", ["UPDATE payments_movement SET amount_vnd = 1", "DELETE FROM payments_movement"]
)
def test_the_ledger_itself_refuses_every_change(paid: Ward, change: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
