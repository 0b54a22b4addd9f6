# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.expire_payments import expire_payments
from motcua.domains.payments.acts.open_payment import open_payment
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.platform import Outcome, Source, Word
from tests.domains.payments.conftest import AT, Ward, heard

OVER = AT + timedelta(minutes=15)


@pytest.fixture
def begun(ward: Ward) -> str:
    ward.account()
    ward.bill("D-1")
    return ward.online("D-1")


def opened(reference: str) -> str:
    open_payment(reference=reference, pay_address="http://pay/1", at=AT)
    return reference


def test_a_payment_the_platform_never_took_in_ends_by_itself(begun: str) -> None:
    assert expire_payments(at=OVER - timedelta(seconds=1)) == 0
    assert expire_payments(at=OVER) == 1

    assert queries.online_payment(begun).state == "expired"
    assert queries.bill_of("D-1").state == "due"


def test_one_that_could_be_paid_ends_only_after_the_platform_was_asked(begun: str) -> None:
    opened(begun)
    assert expire_payments(at=OVER) == 0

    settle_payment(heard=heard(begun, Word.WAITING, source=Source.POLL), at=OVER)

    assert expire_payments(at=OVER) == 1
    assert queries.bill_of("D-1").state == "due"


def test_money_that_comes_after_the_end_still_settles_the_bill(begun: str) -> None:
    expire_payments(at=OVER)

    assert settle_payment(heard=heard(begun), at=OVER) is Outcome.SETTLED
    assert queries.bill_of("D-1").state == "paid"


def test_a_bill_paid_meanwhile_stays_paid(begun: str, ward: Ward) -> None:
    ward.cash("D-1")

    expire_payments(at=OVER)

    assert queries.bill_of("D-1").state == "paid"
