# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.domains.hub import queries as hub
from motcua.domains.payments import queries
from motcua.domains.payments.acts.start_payment import NothingToPay, NotOnline, start_payment
from motcua.kit.access import GUEST
from motcua.kit.faults import NotFound
from tests.domains.payments.conftest import AT, Ward


def test_the_platform_is_asked_outside_of_the_request(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")

    reference = ward.online("D-1")

    (line,) = hub.exchanges()
    assert (line.partner, line.operation, line.subject) == ("payment_gateway", "init", reference)
    assert queries.bill_of("D-1").state == "pending"
    assert queries.is_unpaid("D-1")
    order = queries.online_order(reference)
    assert (order.account_number, order.payer_name) == ("0000000000147", "Nguyễn Văn Minh")


def test_however_often_it_is_clicked_there_is_one_payment(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")

    assert len({ward.online("D-1") for _ in range(5)}) == 1


def test_after_its_time_a_new_one_may_be_begun(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    first = ward.online("D-1")

    later = AT + timedelta(minutes=16)
    second = start_payment(
        actor=GUEST, at=later, key=uuid4(), dossier_code="D-1", payer_name="Minh"
    )  # fmt: skip

    assert second != first
    (order,) = queries.orders_of("D-1", AT.date())
    assert (order.online.reference, order.state) == (second, "pending")


def test_a_form_sent_again_later_begins_no_second_payment(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    key = uuid4()

    first, again = (
        start_payment(actor=GUEST, at=at, key=key, dossier_code="D-1", payer_name="Minh")
        for at in (AT, AT + timedelta(minutes=16))
    )

    assert again == first
    assert len(hub.exchanges()) == 1


def test_a_settled_bill_takes_no_payment(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    ward.cash("D-1")

    with pytest.raises(NothingToPay):
        ward.online("D-1")
    with pytest.raises(NotFound):
        ward.online("D-9")


def test_without_an_account_it_is_paid_otherwise(ward: Ward) -> None:
    ward.bill("D-1", 10_000, 20_000)

    with pytest.raises(NotOnline):
        ward.online("D-1")
    (order,) = queries.orders_of("D-1", AT.date())
    assert (order.account, order.qr, order.state) == (None, "", "due")


def test_each_account_gets_a_payment_of_its_own(ward: Ward) -> None:
    ward.two_accounts("D-1")

    first, second = ward.online("D-1", number=1), ward.online("D-1", number=2)

    told = [queries.online_order(reference) for reference in (first, second)]
    assert [(one.account_number, one.amount_vnd) for one in told] == [
        ("0000000000147", 10_000),
        ("0000000000990", 20_000),
    ]
    assert [line.code for one in told for line in one.lines] == ["fee-0", "fee-1"]
    assert (ward.online("D-1", number=1), ward.online("D-1", number=2)) == (first, second)


def test_fees_without_an_account_stay_for_the_counter(ward: Ward) -> None:
    ward.account("0000000000990", fee_code="fee-1")
    ward.bill("D-1", 10_000, 20_000)

    reference = ward.online("D-1")

    assert queries.online_payment(reference).amount_vnd == 20_000
    with pytest.raises(NotOnline):
        ward.online("D-1", number=1)
    with pytest.raises(NothingToPay):
        ward.online("D-1", number=7)


def test_fees_of_one_account_are_paid_together(ward: Ward) -> None:
    ward.account("0000000000990", fee_code="fee-1")
    ward.account()
    ward.bill("D-1", 10_000, 20_000, 0, 5_000)

    orders = queries.orders_of("D-1", AT.date())

    assert [(one.reference, one.amount_vnd, one.fee_codes) for one in orders] == [
        ("D-1/1", 15_000, ("fee-0", "fee-3")),
        ("D-1/2", 20_000, ("fee-1",)),
    ]
