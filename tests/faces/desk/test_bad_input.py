# SPDX-License-Identifier: Apache-2.0
"""What officials and others may send by mistake or on purpose: told clearly, nothing saved."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from motcua.domains.dossiers.models import Consultation, SupplementRequest
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.desk.conftest import Desks, form, post, text

LONG = "x" * 10_000
SURROGATE = b"%ED%A0%80"
ASK = {"target": "field:copies", "missing:field:copies": "Thiếu", "until_on": "25/12/2099"}
CONSULT = {"question": "Ý kiến?", "within": "3wd"}


@pytest.mark.parametrize(
    ("verb", "fields", "status", "words"),
    [
        ("advance", {"action": "approve"}, 409, "chưa thể thực hiện"),
        ("advance", {"action": ""}, 409, "chưa thể thực hiện"),
        ("advance", {"action": "refuse"}, 409, "chưa thể thực hiện"),
        ("advance", {"action": "propose", "note": LONG}, 422, "dài quá"),
        ("advance", {"action": "propose", "note": "a\x01b"}, 422, "ký tự không in được"),
        ("advance", {"action": "propose", "key": None}, 400, "Biểu mẫu"),
        ("advance", {"action": "propose", "key": "1"}, 400, "Biểu mẫu"),
        ("advance", {"action": "propose", "seen": "x"}, 400, "Biểu mẫu"),
        ("advance", {"action": "propose", "seen": "1"}, 409, "do người khác"),
        ("advance", {"action": "propose", "seen": "9" * 400}, 409, "do người khác"),
        ("refuse", {"reason": "Sai"}, 409, "chưa thể thực hiện"),
        ("receive", {}, 409, "chưa thể thực hiện"),
        ("ask_supplement", ASK | {"until_on": "31/02/2099"}, 422, "ngày/tháng/năm"),
        ("ask_supplement", ASK | {"until_on": "01/01/0000"}, 422, "ngày/tháng/năm"),
        ("ask_supplement", ASK | {"until_on": "01/01/0001"}, 422, "ngày/tháng/năm"),
        ("ask_supplement", ASK | {"until_on": "2026-12-25"}, 422, "ngày/tháng/năm"),
        ("ask_supplement", ASK | {"until_on": "01/01/2020"}, 422, "ngày mai"),
        ("ask_supplement", {"until_on": "25/12/2099"}, 422, "ít nhất một"),
        ("ask_supplement", ASK | {"target": "field:không_có"}, 422, "không có"),
        ("ask_supplement", ASK | {"missing:field:copies": ""}, 422, "lý do"),
        ("ask_supplement", ASK | {"missing:field:copies": LONG}, 422, "dài quá"),
        ("consult", CONSULT, 422, "ít nhất một"),
        ("consult", CONSULT | {"unit": "999999"}, 422, "không tồn tại"),
        ("consult", CONSULT | {"unit": "-1"}, 400, "Biểu mẫu"),
        ("consult", CONSULT | {"unit": "9" * 30}, 400, "Biểu mẫu"),
        ("consult", CONSULT | {"unit": "một"}, 400, "Biểu mẫu"),
        ("answer_consultation", {"unit": "1", "agrees": "maybe"}, 422, "đồng ý"),
        ("answer_consultation", {"unit": "1", "agrees": "yes"}, 403, "không được phép"),
        ("extend", {"to_on": "x"}, 422, "ngày/tháng/năm"),
        ("extend", {"to_on": "25/12/2026", "to_time": "25:99"}, 422, "giờ:phút"),
        (
            "extend",
            {"to_on": "25/12/2026", "to_time": "16:00", "reason": "r"},
            403,
            "không được phép",
        ),
        ("stop", {"reason": ""}, 422, "lý do"),
        ("withdraw", {"reason": ""}, 403, "không được phép"),
        ("return_result", {}, 409, "chưa thể thực hiện"),
        ("take_cash", {"amount": "75000", "unit": "1"}, 403, "không được phép"),
        ("take_cash", {"amount": "-5", "unit": "1"}, 400, "Biểu mẫu"),
        ("dance", {}, 404, ""),
    ],
)
def test_what_cannot_be_done_is_said_and_not_saved(
    town: Town, desk_of: Desks, verb: str, fields: dict[str, Any], status: int, words: str
) -> None:
    code = town.appraised()
    before = (row(code).chain_hash, acts(code))
    specialist = desk_of(town.specialist)

    answer = post(specialist, code, verb, **fields)

    assert answer.status_code == status
    assert words in text(answer)
    assert (row(code).chain_hash, acts(code)) == before
    assert not SupplementRequest.objects.exists()
    assert not Consultation.objects.exists()


def test_bytes_that_are_no_text_are_refused(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    body = urlencode({"key": str(uuid4()), "action": "propose"}).encode() + b"&note=" + SURROGATE

    answer = desk_of(town.specialist).generic(
        "POST", f"/desk/{code}/advance", body, "application/x-www-form-urlencoded"
    )

    assert answer.status_code == 422
    assert row(code).step == "appraise"


def test_markup_is_shown_as_it_was_typed(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    specialist = desk_of(town.specialist)
    nasty = '"><script>alert(1)</script>'

    refused = text(post(specialist, code, "stop", reason=nasty, seen="1"))
    post(specialist, code, "advance", action="propose", note=nasty)
    shown = text(specialist.get(f"/desk/{code}"))

    for page in (refused, shown):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_refused_form_comes_back_with_everything_typed(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    typed = {
        "target": ["field:copies", "paper:drawing"],
        "missing:field:copies": "Thiếu số bản",
        "why:paper:drawing": "Bản vẽ mờ",
        "missing:paper:drawing": "Mặt cắt A-A",
        "guide": "Nộp tại quầy số 3",
        "until_on": "32/13/2026",
    }

    page = text(post(desk_of(town.specialist), code, "ask_supplement", **typed))

    for words in ("Thiếu số bản", "Bản vẽ mờ", "Mặt cắt A-A", "Nộp tại quầy số 3", "32/13/2026"):
        assert words in page
    assert page.count('name="target" value="field:copies" checked') == 1
    assert page.count('name="target" value="paper:drawing" checked') == 1


def test_the_second_of_two_officers_gets_the_fresh_state_and_keeps_the_words(
    town: Town, desk_of: Desks
) -> None:
    code = town.appraised()
    one, other = desk_of(town.specialist), desk_of(town.specialist)
    early = form(other, code, "stop")
    one.post(f"/desk/{code}/advance", form(one, code, "advance") | {"action": "propose"})

    answer = other.post(f"/desk/{code}/stop", early | {"reason": "Tranh chấp đất đai"})

    assert answer.status_code == 409
    page = text(answer)
    assert "Tranh chấp đất đai" in page
    assert f'name="seen" value="{row(code).chain_seq}"' in page
    assert row(code).step == "approve"


def test_the_same_form_twice_acts_once_and_looks_the_same(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    specialist = desk_of(town.specialist)
    fields = form(specialist, code, "advance") | {"action": "propose"}

    first = specialist.post(f"/desk/{code}/advance", fields)
    second = specialist.post(f"/desk/{code}/advance", fields)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert acts(code).count("propose") == 1


def test_a_key_of_another_dossier_is_refused(town: Town, desk_of: Desks) -> None:
    one, other = town.appraised(), town.appraised()
    specialist = desk_of(town.specialist)
    fields = form(specialist, one, "advance") | {"action": "propose"}
    specialist.post(f"/desk/{one}/advance", fields)

    answer = specialist.post(f"/desk/{other}/advance", {**fields, "seen": row(other).chain_seq})

    assert answer.status_code == 409
    assert row(other).step == "appraise"


@pytest.mark.parametrize("verb", ["advance", "refuse", "take_cash", "resume"])
def test_a_dossier_of_others_does_not_exist(town: Town, desk_of: Desks, verb: str) -> None:
    code = town.appraised()
    stranger = desk_of(official("Lạ", ("H05.92", Role.SPECIALIST)))
    fields = {"action": "propose", "reason": "r", "amount": "1", "unit": "1"}

    answer = post(stranger, code, verb, **fields)

    assert answer.status_code == 404
    assert row(code).step == "appraise"


@pytest.mark.parametrize(
    "address",
    [
        "/desk/H05.42-260703-9999",
        "/desk/%00",
        "/desk/abc",
        "/desk/'--",
        "/desk/H05.42-260703-9999/receipt",
        "/desk/H05.42-260703-9999/resume",
        "/desk/H05.42-260703-9999/papers/00000000-0000-4000-8000-000000000000",
    ],
)
def test_addresses_that_lead_nowhere(town: Town, desk_of: Desks, address: str) -> None:
    assert desk_of(town.counter).get(address).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?after=2026-99-99T00:00:00%2B07:00~1",
        "?after=%00",
        "?post=%00&procedure=%00",
        "?procedure='; DROP TABLE",
        "?after=2026-07-03T10:00:00.000%2B07:00~999999999999999999",
    ],
)
def test_a_bent_address_of_a_list_shows_the_list(town: Town, desk_of: Desks, query: str) -> None:
    town.submitted()

    assert desk_of(town.counter).get(f"/desk/{query}").status_code == 200


@pytest.mark.parametrize("words", ["", "ab", "%00%00%00", LONG, "%ED%A0%80abc", "%%%", "__'--"])
def test_any_search_is_answered(town: Town, desk_of: Desks, words: str) -> None:
    client = desk_of(town.counter)

    assert client.post("/desk/search", {"q": words}).status_code == 200
    assert client.get(f"/desk/reception?find={words}").status_code == 200
    assert client.get(f"/desk/waiting?before={words}").status_code == 200


def test_guests_and_citizens_stay_outside(town: Town, client: Any, desk_of: Desks) -> None:
    code = town.submitted()

    assert client.get("/desk/").status_code == 303
    assert post(client, code, "receive").status_code == 303
    assert row(code).step == "intake"


def test_a_paper_of_another_dossier_cannot_be_had_through_mine(town: Town, desk_of: Desks) -> None:
    code = town.submitted(clock.now())

    answer = desk_of(town.counter).get(f"/desk/{code}/papers/{uuid4()}")

    assert answer.status_code == 404
