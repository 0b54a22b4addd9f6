# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.open_payment import open_payment
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.kit.faults import NotFound
from tests.domains.payments.conftest import AT, Ward, heard


def test_the_payer_learns_where_to_pay(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")

    assert open_payment(reference=reference, pay_address="http://pay/1", at=AT)

    shown = queries.online_payment(reference)
    assert (shown.state, shown.pay_address) == ("open", "http://pay/1")


def test_an_answer_that_comes_too_late_opens_nothing(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")

    late = AT + timedelta(minutes=15)
    assert not open_payment(reference=reference, pay_address="http://pay/1", at=late)

    settle_payment(heard=heard(reference), at=AT)
    assert not open_payment(reference=reference, pay_address="http://pay/1", at=AT)
    assert queries.online_payment(reference).state == "paid"


def test_an_unknown_payment_cannot_be_opened(ward: Ward) -> None:
    with pytest.raises(NotFound):
        open_payment(reference="X", pay_address="http://pay/1", at=AT)
