# SPDX-License-Identifier: Apache-2.0
"""The named list of bad input at the desk: status and sentence, in each language.

The table of the whole list stands in docs/reference/bad_input.md.
"""

from __future__ import annotations

from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.models import Dossier
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.partners.payment_gateway.mapping import CONFIRM_FIELDS, signature
from tests.builders import official
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.desk.conftest import Desks, form, post, text
from tests.faces.desk.counter.test_take_in import CARD, scanned
from tests.faces.desk.money.test_fee import paid, with_account
from tests.faces.desk.test_reception import ADDRESS
from tests.partners.payment_gateway.test_inbound import ADDRESS as CALLBACK
from tests.partners.payment_gateway.test_inbound import MESSAGE

LANGUAGES = ("vi", "en")
SCRIPT = '"><script>alert(1)</script>'
NOT_NOW = ("Hiện chưa thể thực hiện bước này", "This step is not possible now")
STALE = ("đã thay đổi sau khi", "changed this since you opened it")
NOTHING = ("Không tìm thấy", "Nothing was found")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def speaking(desk: Client, language: str) -> Client:
    desk.cookies["language"] = language
    return desk


def said(answer: Any) -> str:
    return unescape(text(answer))


def one_of(words: tuple[str, str], language: str) -> str:
    return words[LANGUAGES.index(language)]


@pytest.mark.parametrize(
    ("verb", "fields", "status", "words"),
    [
        ("advance", {"action": "approve"}, 409, NOT_NOW),
        ("advance", {"action": "propose", "seen": "1"}, 409, STALE),
        ("advance", {"action": "propose", "key": "1"}, 400, ("mở lại trang", "Open the page")),
        (
            "advance", {"action": "propose", "note": "x" * 10_000}, 422,
            ("dài quá", "is longer than"),
        ),
        (
            "ask_supplement", {"target": "field:copies", "until_on": "01/01/2020"}, 422,
            ("sớm nhất là ngày mai", "at least until tomorrow"),
        ),
        (
            "ask_supplement", {"target": "field:copies", "until_on": "01/01/0000"}, 422,
            ("ngày/tháng/năm", "day/month/year"),
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    town: Town, desk_of: Desks, language: str,
    verb: str, fields: dict[str, str], status: int, words: tuple[str, str],
) -> None:  # fmt: skip
    code, desk = town.appraised(), speaking(desk_of(town.specialist), language)
    before = acts(code)
    beside = {"missing:field:copies": "Thiếu"} if verb == "ask_supplement" else {}

    answer = post(desk, code, verb, **fields, **beside)

    assert answer.status_code == status
    assert one_of(words, language) in said(answer)
    assert acts(code) == before


def test_html_in_a_note_is_shown_as_typed(town: Town, desk_of: Desks, language: str) -> None:
    code, desk = town.appraised(), speaking(desk_of(town.specialist), language)

    post(desk, code, "advance", action="propose", note=SCRIPT)

    page = text(desk.get(f"/desk/{code}"))
    assert "<script>alert" not in page and SCRIPT in unescape(page)


def test_the_same_form_twice_is_one_step_and_a_second_officer_is_told(
    town: Town, desk_of: Desks, language: str
) -> None:
    code = town.appraised()
    one, other = (speaking(desk_of(town.specialist), language) for _ in range(2))
    mine, theirs = (form(desk, code, "advance") | {"action": "propose"} for desk in (one, other))

    twice = [one.post(f"/desk/{code}/advance", mine).status_code for _ in range(2)]
    late = other.post(f"/desk/{code}/advance", theirs)

    assert (twice, late.status_code) == ([303, 303], 409)
    assert one_of(STALE, language) in said(late)
    assert acts(code).count("propose") == 1


def test_a_dossier_of_another_unit_is_not_there(town: Town, desk_of: Desks, language: str) -> None:
    code = town.appraised()
    stranger = speaking(desk_of(official("Xa", ("H05.92", Role.SPECIALIST))), language)

    for answer in (stranger.get(f"/desk/{code}"), post(stranger, code, "advance", action="x")):
        assert answer.status_code == 404
        assert one_of(NOTHING, language) in said(answer)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("không phải thẻ", ("không phải mã QR của thẻ căn cước", "not the QR code of a citizen")),
        (CARD[:60], ("không phải mã QR của thẻ căn cước", "not the QR code of a citizen")),
        (CARD.replace("Nữ", "N\ufffd"), ("mất dấu trên đường truyền", "letters were lost")),
    ],
)
def test_a_card_of_a_wrong_shape_is_refused(
    town: Town, desk_of: Desks, language: str, typed: str, words: tuple[str, str]
) -> None:
    desk = speaking(desk_of(town.counter), language)

    answer = desk.post(ADDRESS, scanned(town, action="card", **{"at:card": typed}))

    assert answer.status_code == 422
    assert one_of(words, language) in said(answer)
    assert not Dossier.objects.exists()


def test_a_paid_step_is_not_taken_back(town: Town, desk_of: Desks, language: str) -> None:
    code = town.appraised()
    specialist = desk_of(town.specialist)
    counter = speaking(desk_of(town.counter), language)
    post(specialist, code, "advance", **form(specialist, code, "advance"), action="demand_tax")
    post(counter, code, "advance", **form(counter, code, "advance"), action="paid")

    answer = post(counter, code, "roll_back", reason="Nhầm", seen=str(row(code).chain_seq))

    assert answer.status_code == 409
    assert one_of(("đã phát sinh thu tiền", "Money was paid at this step"), language) in said(
        answer
    )
    assert row(code).step == "appraise" and "roll_back" not in acts(code)


def test_more_than_was_paid_is_not_given_back(town: Town, desk_of: Desks, language: str) -> None:
    code = paid(town, desk_of)
    counter = speaking(desk_of(town.counter), language)
    asked = {**form(counter, code, "request_refund"), "amount_vnd": "75.001", "reason": "x"}

    answer = post(counter, code, "request_refund", **asked)

    assert answer.status_code == 422
    words = ("Chỉ có thể hoàn trả tối đa 75.000 đồng", "At most 75.000 đồng can be given back")
    assert one_of(words, language) in said(answer)
    assert payments.bill_of(code).state == "paid"


def test_a_callback_for_another_amount_pays_nothing_and_is_named_to_the_leader(
    town: Town, desk_of: Desks, client: Client, language: str
) -> None:
    with_account(town)
    code = town.received()
    reference = start_payment(
        actor=town.citizen, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    told = MESSAGE | {"MaThamChieu": reference, "SoTien": "5", "ThongTinGiaoDich": code}
    told |= {"MaXacThuc": signature(told, CONFIRM_FIELDS, "motcua-demo")}

    answer = client.post(CALLBACK, told, content_type="application/json")

    assert (answer.status_code, answer.json()["MoTaLoi"]) == (200, "wrong_amount")
    assert answer.json()["MaLoi"] == "01"
    assert not payments.is_paid(code)
    page = said(speaking(desk_of(town.leader), language).get("/desk/money/differences"))
    words = ("Nền tảng thanh toán báo số tiền khác", "payment platform named another amount")
    assert one_of(words, language) in page and code in page
