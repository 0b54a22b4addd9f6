# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.set_beneficiary_account import (
    NewAccount,
    set_beneficiary_account,
)
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two
from tests.faces.desk.conftest import Desks, form, post, text


def with_account(town: Town) -> None:
    unit = units.agency(town.competent_id)
    wanted = NewAccount(
        unit_id=unit.id, bank_bin="970418", account_number="0000000000147",
        account_name="UBND PHUONG", valid_from=date(2025, 7, 1),
    )  # fmt: skip
    admin = official("Nga", (unit.code, Role.UNIT_ADMIN))
    set_beneficiary_account(actor=admin, at=clock.now(), key=uuid4(), wanted=wanted)


def paid(town: Town, desk_of: Desks) -> str:
    code = town.received()
    counter = desk_of(town.counter)
    post(counter, code, "take_cash", **form(counter, code, "take_cash"))
    assert payments.is_paid(code)
    return code


def test_an_open_bill_shows_the_code_of_its_own_account(town: Town, desk_of: Desks) -> None:
    with_account(town)
    code = town.received()

    page = text(desk_of(town.counter).get(f"/desk/{code}"))

    assert "<svg" in page
    assert "0000000000147" in page


def test_an_online_payment_under_way_is_seen_at_the_counter(town: Town, desk_of: Desks) -> None:
    with_account(town)
    code = town.received()
    start_payment(
        actor=town.citizen, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Lan"
    )

    page = text(desk_of(town.counter).get(f"/desk/{code}"))

    assert "Đang thanh toán trực tuyến" in page
    assert "take_cash" in page


def test_a_refund_is_asked_for_by_one_and_given_by_another(town: Town, desk_of: Desks) -> None:
    code = paid(town, desk_of)
    counter, leader = desk_of(town.counter), desk_of(town.leader)

    asked = {**form(counter, code, "request_refund"), "amount_vnd": "5.000", "reason": "Thu thừa"}
    assert post(counter, code, "request_refund", **asked).status_code == 303
    assert "decide_refund" not in text(counter.get(f"/desk/{code}"))

    decision = {**form(leader, code, "decide_refund"), "decision": "pay", "method": "cash"}
    assert post(leader, code, "decide_refund", **decision).status_code == 303

    bill = payments.bill_of(code)
    assert (bill.state, bill.refunded_vnd) == ("paid", 5_000)
    assert "-R0000001" in text(leader.get(f"/desk/{code}"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount_vnd": "75.001", "reason": "x"}, "Chỉ có thể hoàn trả tối đa 75.000 đồng"),
        ({"amount_vnd": "nhiều", "reason": "x"}, "Hãy ghi lý do và số tiền"),
        ({"amount_vnd": "", "reason": ""}, "Hãy ghi lý do và số tiền"),
    ],
)
def test_a_wrong_refund_is_refused_in_a_sentence(
    town: Town, desk_of: Desks, typed: dict[str, str], said: str
) -> None:
    code = paid(town, desk_of)
    counter = desk_of(town.counter)

    answer = post(counter, code, "request_refund", **form(counter, code, "request_refund"), **typed)

    assert answer.status_code == 422
    assert said in text(answer)
    assert payments.bill_of(code).state == "paid"


def test_the_leader_refuses_with_a_reason(town: Town, desk_of: Desks) -> None:
    code = paid(town, desk_of)
    counter, leader = desk_of(town.counter), desk_of(town.leader)
    asked = {**form(counter, code, "request_refund"), "amount_vnd": "75000", "reason": "Rút"}
    post(counter, code, "request_refund", **asked)

    refusal = {**form(leader, code, "decide_refund"), "decision": "refuse", "note": "Đã làm xong"}
    post(leader, code, "decide_refund", **refusal)

    assert "Đã làm xong" in text(counter.get(f"/desk/{code}"))
    assert payments.bill_of(code).state == "paid"


def test_a_bill_for_two_accounts_is_seen_part_by_part(town: Town, desk_of: Desks) -> None:
    code = owing_two(town)
    reference = start_payment(
        actor=town.citizen, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Lan",
        number=2,
    )  # fmt: skip
    counter = desk_of(town.counter)
    assert "Đang thanh toán trực tuyến" in text(counter.get(f"/desk/{code}"))

    settle_payment(heard=heard(reference, amount_vnd=30_000), at=clock.now())

    page = text(counter.get(f"/desk/{code}"))
    (receipt,) = payments.bill_of(code).receipts
    assert receipt.number in page and "KHO BAC" in page
    assert form(counter, code, "take_cash")["amount"] == "45000"


def test_cash_for_the_rest_and_a_refund_of_one_of_two(town: Town, desk_of: Desks) -> None:
    code = owing_two(town)
    reference = start_payment(
        actor=town.citizen, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    settle_payment(heard=heard(reference, amount_vnd=45_000), at=clock.now())
    counter, leader = desk_of(town.counter), desk_of(town.leader)
    post(counter, code, "take_cash", **form(counter, code, "take_cash"))
    online, cash = payments.bill_of(code).receipts
    assert payments.is_paid(code)

    wanted = {**form(counter, code, "request_refund"), "amount_vnd": "30.001", "reason": "Thừa"}
    assert post(counter, code, "request_refund", **wanted).status_code == 422
    wanted |= {"key": str(uuid4()), "receipt": cash.number}
    answer = post(counter, code, "request_refund", **wanted)
    assert "Chỉ có thể hoàn trả tối đa 30.000 đồng" in text(answer)
    wanted |= {"key": str(uuid4()), "amount_vnd": "30000"}
    assert post(counter, code, "request_refund", **wanted).status_code == 303
    decision = {**form(leader, code, "decide_refund"), "decision": "pay", "method": "cash"}
    post(leader, code, "decide_refund", **decision)

    bill = payments.bill_of(code)
    assert (bill.state, bill.refunded_vnd, bill.balance_vnd) == ("paid", 30_000, 0)
    assert f"của biên lai {cash.number}" in text(leader.get(f"/desk/{code}"))
    assert online.number != cash.number


def done(page: str) -> str:
    """What the page confirms to its reader."""
    found = re.search(r'class="notice notice-success"[^>]*>.*?<strong>(.*?)</strong>', page, re.S)
    return found[1] if found else ""


def test_what_was_done_with_money_is_confirmed_and_not_the_step_before_it(
    town: Town, desk_of: Desks
) -> None:
    counter, code = desk_of(town.counter), town.submitted(clock.now())
    post(counter, code, "receive")
    post(counter, code, "take_cash", amount=75_000, unit=town.centre_id)
    taken = done(text(counter.get(f"/desk/{code}")))
    post(counter, code, "request_refund", amount_vnd="5.000", reason="Thừa bản sao")
    asked = done(text(counter.get(f"/desk/{code}")))
    leader = desk_of(town.leader)
    post(leader, code, "decide_refund", decision="pay", method="cash")
    given = done(text(leader.get(f"/desk/{code}")))

    assert "75.000" in taken and "tiền mặt" in taken
    assert "5.000" in asked and "5.000" in given and asked != given
    assert not done(text(desk_of(town.specialist).get(f"/desk/{code}")))


def test_a_reason_may_have_lines_and_nothing_unprintable(town: Town, desk_of: Desks) -> None:
    code, counter = paid(town, desk_of), desk_of(town.counter)
    asked = {"amount_vnd": "5.000"}

    refused = post(counter, code, "request_refund", reason="Thừa\x00", **asked)
    taken = post(counter, code, "request_refund", reason="Thừa bản sao\r\nhai trang", **asked)

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert payments.refunds_of(code)[0].reason == "Thừa bản sao\nhai trang"
