# SPDX-License-Identifier: Apache-2.0
"""Paying through the real stand-in process, well and with each of its faults."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from django.test import Client

from motcua.domains.hub import queries as hub
from motcua.domains.hub.models import Exchange
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.ask_payment import ask_payment
from motcua.domains.payments.acts.expire_payments import expire_payments
from motcua.domains.payments.models import Difference, OnlinePayment, Receipt
from motcua.domains.people.acts.open_session import open_session
from motcua.kit import clock
from motcua.partners.payment_gateway import client
from motcua.partners.payment_gateway.sandbox.faults import Misbehaviour
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.two_accounts import owing_two
from tests.partners.payment_gateway.conftest import Gateway, begun, until

Owing = tuple[Town, str]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.server]


def state(code: str) -> str:
    bill = payments.bill_of(code)
    assert bill is not None
    return bill.state


def confirms() -> list[str]:
    return [line.outcome for line in hub.exchanges() if line.operation == "confirm"]


def asked(gateway: Gateway, reference: str, after: timedelta = timedelta(seconds=6)) -> list[str]:
    assert ask_payment(reference=reference, at=clock.now() + after)
    for line in hub.exchanges(states=["waiting"]):
        hub_due(line.correlation_id)
    return gateway.work()


def hub_due(correlation_id: object) -> None:
    """Let a call be due now, whatever moment the test gave it."""
    Exchange.objects.filter(correlation_id=correlation_id).update(next_at=clock.now())


def test_pay_fail_and_leave(owing: Owing, gateway: Gateway) -> None:
    _, code = owing

    first = begun(code)
    assert gateway.work() == ["opened"]
    back = gateway.choose(first, "fail")
    assert back.headers["Location"].endswith(f"/thanh-toan/{first}/ve")
    until(lambda: state(code) == "failed")

    second = begun(code)
    gateway.work()
    gateway.choose(second, "leave")
    assert (
        "Đang chờ ngân hàng xác nhận" in Client().get(f"/thanh-toan/{second}/ve").content.decode()
    )
    assert asked(gateway, second) == ["waiting"]

    gateway.choose(second, "pay")
    until(lambda: state(code) == "paid")
    assert confirms() == ["settled", "failed"]
    assert "Đã nhận được tiền" in Client().get(f"/thanh-toan/{second}/ve").content.decode()


def test_a_slow_platform_delays_a_status_line_and_no_page(
    owing: Owing, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, code = owing
    monkeypatch.setattr(client.post, "__kwdefaults__", {"seconds": 0.3})
    gateway.faults(Misbehaviour.SLOW)
    reference = begun(code)

    assert gateway.work() == ["timeout"]
    page = Client().get(f"/thanh-toan/{reference}")
    assert page.status_code == 200
    assert "data-refresh" in page.content.decode()


def test_a_platform_that_is_down_is_asked_again(owing: Owing, gateway: Gateway) -> None:
    _, code = owing
    gateway.faults(Misbehaviour.DOWN)
    begun(code)
    assert gateway.work() == ["http_500"]

    gateway.faults()
    for line in hub.exchanges(states=["waiting"]):
        hub_due(line.correlation_id)
    assert gateway.work() == ["opened"]


def test_a_lost_callback_is_recovered_by_asking(owing: Owing, gateway: Gateway) -> None:
    _, code = owing
    gateway.faults(Misbehaviour.LOST_CALLBACK)
    reference = begun(code)
    gateway.work()
    gateway.choose(reference, "pay")

    assert state(code) == "pending"
    assert asked(gateway, reference) == ["settled"]
    assert (state(code), confirms()) == ("paid", [])


def test_a_double_callback_gives_one_receipt(owing: Owing, gateway: Gateway) -> None:
    _, code = owing
    gateway.faults(Misbehaviour.DOUBLE_CALLBACK)
    reference = begun(code)
    gateway.work()
    gateway.choose(reference, "pay")

    until(lambda: len(confirms()) == 2)
    assert sorted(confirms()) == ["repeated", "settled"]
    assert Receipt.objects.count() == 1


def test_a_callback_for_another_amount_is_refused_and_asking_finds_the_truth(
    owing: Owing, gateway: Gateway
) -> None:
    _, code = owing
    gateway.faults(Misbehaviour.WRONG_AMOUNT)
    reference = begun(code)
    gateway.work()
    gateway.choose(reference, "pay")

    until(lambda: confirms() == ["wrong_amount"])
    assert state(code) == "pending"
    assert Difference.objects.get().kind == "wrong_amount"
    assert asked(gateway, reference) == ["settled"]


def test_a_callback_with_a_wrong_hash_is_refused(owing: Owing, gateway: Gateway) -> None:
    _, code = owing
    gateway.faults(Misbehaviour.BAD_SIGNATURE)
    reference = begun(code)
    gateway.work()
    gateway.choose(reference, "pay")

    until(lambda: confirms() == ["wrong_hash"])
    assert state(code) == "pending"
    assert not Difference.objects.exists()


def test_an_abandoned_payment_ends_and_the_bill_is_open_again(
    owing: Owing, gateway: Gateway
) -> None:
    _, code = owing
    reference = begun(code)
    gateway.work()
    later = clock.now() + timedelta(minutes=16)
    OnlinePayment.objects.update(expires_at=clock.now())
    assert asked(gateway, reference) == ["waiting"]

    assert expire_payments(at=later) == 1
    assert state(code) == "due"


def test_the_page_of_a_paid_payment_takes_no_second_payment(owing: Owing, gateway: Gateway) -> None:
    _, code = owing
    reference = begun(code)
    gateway.work()
    address = payments.online_payment(reference).pay_address
    gateway.choose(reference, "pay")

    over = httpx.get(address)
    assert over.status_code == 410
    assert "/ve" in over.text
    assert httpx.post(address, data={"action": "fail"}).status_code == 410
    until(lambda: state(code) == "paid")


def test_a_citizen_pays_from_the_page_of_the_dossier(owing: Owing, gateway: Gateway) -> None:
    town, code = owing
    browser = Client()
    browser.cookies["session"] = open_session(actor=town.citizen, at=clock.now()).key

    page = browser.get(f"/ho-so/{code}").content.decode()
    assert f'action="/ho-so/{code}/thanh-toan"' in page
    assert "<svg" in page
    assert page.index("phí, lệ phí chưa nộp") < page.index('id="fee"')
    answers = [browser.post(f"/ho-so/{code}/thanh-toan", {"key": str(uuid4())}) for _ in range(3)]
    (place,) = {answer["Location"] for answer in answers}

    gateway.work()
    fragment = browser.get(f"{place}?phan=1").content.decode()
    assert gateway.address in fragment
    gateway.choose(place.rsplit("/", 1)[1], "pay")
    until(lambda: state(code) == "paid")
    paid = browser.get(f"/ho-so/{code}").content.decode()
    assert payments.bill_of(code).receipt_number in paid
    assert "phí, lệ phí chưa nộp" not in paid


def test_two_accounts_are_paid_one_after_the_other(owing: Owing, gateway: Gateway) -> None:
    town, _ = owing
    code = owing_two(town)
    browser = Client()
    browser.cookies["session"] = open_session(actor=town.citizen, at=clock.now()).key

    places = [
        browser.post(f"/ho-so/{code}/thanh-toan", {"key": str(uuid4()), "number": number})
        for number in ("1", "2")
    ]
    first, second = (answer["Location"].rsplit("/", 1)[1] for answer in places)
    assert gateway.work() == ["opened", "opened"]

    gateway.faults(Misbehaviour.DOUBLE_CALLBACK)
    gateway.choose(second, "pay")
    until(lambda: len(confirms()) == 2)
    assert (sorted(confirms()), state(code)) == (["repeated", "settled"], "pending")
    half = browser.get(f"/thanh-toan/{second}/ve").content.decode()
    assert "Đã nhận được tiền" in half
    assert "Tổng số tiền còn phải nộp: 45.000" in half.replace("\xa0", " ")

    gateway.faults(Misbehaviour.LOST_CALLBACK)
    gateway.choose(first, "pay")
    assert state(code) == "pending"
    assert asked(gateway, first) == ["settled"]

    bill = payments.bill_of(code)
    assert (bill.state, bill.balance_vnd) == ("paid", 0)
    assert [one.amount_vnd for one in bill.receipts] == [30_000, 45_000]
    page = browser.get(f"/ho-so/{code}").content.decode()
    assert all(one.number in page for one in bill.receipts)
