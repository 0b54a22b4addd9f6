# SPDX-License-Identifier: Apache-2.0
"""Paying part by part: what the citizen reads of each, and what a click begins."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.payments.platform import Word
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import Browser, signed_in

PLATFORM = "http://localhost:9"


@pytest.fixture
def code(town: Town, settings: DjangoSettings) -> str:
    """A dossier that owes to two accounts, on a portal with a payment platform."""
    settings.PAYMENT_URL = PLATFORM
    return owing_two(town)


def read(browser: Browser, address: str) -> str:
    return browser.get(address).content.decode().replace("\xa0", " ")


def forms(page: str) -> list[dict[str, str]]:
    found = re.findall(r'<form[^>]*/thanh-toan">(.*?)</form>', page, re.DOTALL)
    return [dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', one)) for one in found]


def begin(browser: Browser, code: str, number: object) -> str:
    sent = {"key": str(uuid4()), "number": number}
    answer = browser.post(f"/ho-so/{code}/thanh-toan", sent)
    assert answer.status_code == 303
    return str(answer["Location"])


def test_each_part_has_its_button_and_its_code(town: Town, code: str) -> None:
    page = read(signed_in(town.citizen), f"/ho-so/{code}")

    sent = forms(page)
    assert [one["number"] for one in sent] == ["1", "2"]
    assert len({one["key"] for one in sent}) == 2
    assert "Thanh toán trực tuyến 45.000 đ" in page and "Thanh toán trực tuyến 30.000 đ" in page
    assert page.count('class="qr-image"') == 2
    assert f"{code}/1" in page and f"{code}/2" in page
    assert "KHO BAC" in page and "UBND PHUONG" in page


def test_the_buttons_of_one_page_begin_two_payments(town: Town, code: str) -> None:
    browser = signed_in(town.citizen)
    sent = forms(read(browser, f"/ho-so/{code}"))

    answers = [browser.post(f"/ho-so/{code}/thanh-toan", one) for one in sent]

    assert len({answer["Location"] for answer in answers}) == 2
    states = [one.state for one in payments.orders_of(code, clock.today())]
    assert states == ["pending", "pending"]


def test_a_paid_part_is_told_apart_from_what_is_open(town: Town, code: str) -> None:
    browser = signed_in(town.citizen)
    place = begin(browser, code, 2)
    settle_payment(heard=heard(place.rsplit("/", 1)[1], amount_vnd=30_000), at=clock.now())

    page = read(browser, f"/ho-so/{code}")
    (receipt,) = payments.bill_of(code).receipts

    assert receipt.number in page
    assert [one["number"] for one in forms(page)] == ["1"]
    assert "45.000 đ phí, lệ phí chưa nộp" in page
    assert page.count('class="qr-image"') == 1


def test_the_page_of_a_payment_shows_every_part(town: Town, code: str) -> None:
    browser = signed_in(town.citizen)
    first, second = begin(browser, code, 1), begin(browser, code, 2)
    settle_payment(heard=heard(first.rsplit("/", 1)[1], amount_vnd=45_000), at=clock.now())
    failed = heard(second.rsplit("/", 1)[1], Word.FAILED, 30_000)
    settle_payment(heard=failed, at=clock.now())

    page = read(browser, first)

    assert "Đã nhận được tiền" in page
    rows = re.findall(r"<tr><td.*?</tr>", page, re.DOTALL)
    assert ["Đã nộp tiền" in row for row in rows] == [True, False]
    assert "Chưa thành công" in rows[1]
    assert "Tổng số tiền còn phải nộp: 30.000 đ" in page


def test_after_everything_is_paid_both_receipts_stand_there(town: Town, code: str) -> None:
    browser = signed_in(town.citizen)
    place = begin(browser, code, 1)
    settle_payment(heard=heard(place.rsplit("/", 1)[1], amount_vnd=45_000), at=clock.now())
    take_cash(
        actor=town.counter, at=clock.now(), key=uuid4(), dossier_code=code, amount_vnd=30_000,
        unit_id=town.centre_id,
    )  # fmt: skip

    page = read(browser, f"/ho-so/{code}")

    assert all(one.number in page for one in payments.bill_of(code).receipts)
    assert forms(page) == []


@pytest.mark.parametrize("typed", ["", "x", "-1", "²", "9" * 40])
def test_a_number_that_is_none_begins_the_first_part(town: Town, code: str, typed: str) -> None:
    place = begin(signed_in(town.citizen), code, typed)

    assert payments.online_payment(place.rsplit("/", 1)[1]).amount_vnd == 45_000


def test_a_part_there_is_not_is_refused(town: Town, code: str) -> None:
    sent = {"key": str(uuid4()), "number": "7"}

    assert signed_in(town.citizen).post(f"/ho-so/{code}/thanh-toan", sent).status_code == 409


def test_in_english_it_reads_english(town: Town, code: str) -> None:
    reference = start_payment(
        actor=town.citizen, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    browser = signed_in(town.citizen)
    browser.cookies["language"] = "en"

    page = read(browser, f"/thanh-toan/{reference}")

    assert "All parts of this bill" in page and "Permit charge" in page


@pytest.mark.browser
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_paying_are_accessible(town: Town, code: str, language: str) -> None:
    browser = signed_in(town.citizen)
    browser.cookies["language"] = language
    first, second = begin(browser, code, 1), begin(browser, code, 2)
    failed = heard(first.rsplit("/", 1)[1], Word.FAILED, 45_000)
    settle_payment(heard=failed, at=clock.now())
    shown = (f"/ho-so/{code}", first, second)

    assert faults_of({path: browser.get(path).content for path in shown}) == []
