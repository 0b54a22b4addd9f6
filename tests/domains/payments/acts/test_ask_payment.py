# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.domains.hub import queries as hub
from motcua.domains.payments.acts.ask_payment import ask_payment
from motcua.domains.payments.acts.open_payment import open_payment
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.platform import Source, Word
from tests.domains.payments.conftest import AT, Ward, heard

SOON = AT + timedelta(seconds=6)


def questions() -> int:
    return sum(line.operation == "query" for line in hub.exchanges())


def test_an_open_payment_is_asked_about_once_in_five_seconds(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")
    assert not ask_payment(reference=reference, at=SOON)

    open_payment(reference=reference, pay_address="http://pay/1", at=AT)
    assert not ask_payment(reference=reference, at=AT)
    assert ask_payment(reference=reference, at=SOON)

    settle_payment(heard=heard(reference, Word.WAITING, source=Source.POLL), at=SOON)
    assert not ask_payment(reference=reference, at=SOON + timedelta(seconds=4))
    assert questions() == 1


def test_nobody_asks_about_what_has_ended(ward: Ward) -> None:
    ward.account()
    ward.bill("D-1")
    reference = ward.online("D-1")
    settle_payment(heard=heard(reference), at=AT)

    assert not ask_payment(reference=reference, at=SOON)
    assert not ask_payment(reference="UNKNOWN", at=SOON)
