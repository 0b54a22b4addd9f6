# SPDX-License-Identifier: Apache-2.0
"""Following a dossier by its secret, and who may look at all."""

from __future__ import annotations

import logging
import re

import pytest

from motcua.domains.dossiers.acts.decide_second_supplement import decide_second_supplement
from motcua.domains.dossiers.queries import applicant
from motcua.kit import clock
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_request_second_supplement import asked_once, requested
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import Browser, hidden, signed_in

UNKNOWN = "H05.18.2-260101-0001"
ASKED = "Yêu cầu ông/bà bổ sung"


def try_pair(browser: Browser, code: str, secret: str) -> tuple[int, str]:
    answer = browser.post("/tra-cuu", {"code": code, "secret": secret})
    page = answer.content.decode().replace(code, "CODE")
    return answer.status_code, page.split("<main")[1].split('name="csrf')[0]


def test_code_and_secret_show_where_the_dossier_stands(guest: Browser, town: Town) -> None:
    code = town.received()

    answer = guest.post("/tra-cuu", {"code": code.lower(), "secret": applicant.secret_of(code)})

    page = answer.content.decode()
    assert answer.status_code == 200
    for words in (code, "Được tiếp nhận", "Thẩm định", "5 ngày"[0]):
        assert words in page


def test_the_secret_is_in_no_address_page_or_log(
    guest: Browser, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    code = town.submitted()
    secret = applicant.secret_of(code)

    with caplog.at_level(logging.DEBUG):
        answer = guest.post("/tra-cuu", {"code": code, "secret": secret})
        guest.post("/tra-cuu", {"code": UNKNOWN, "secret": secret})

    assert secret not in answer.content.decode()
    assert set(answer.cookies) <= {"csrftoken"}
    assert secret not in caplog.text


def test_wrong_pairs_all_look_the_same(guest: Browser, town: Town) -> None:
    code = town.submitted()

    wrong_secret = try_pair(guest, code, "AAAAA AAAAA")
    wrong_code = try_pair(guest, UNKNOWN, applicant.secret_of(code))

    assert wrong_secret == wrong_code
    assert wrong_secret[0] == 404


@pytest.mark.parametrize(
    "code", ["", "x", "é" * 60, "\x00", "<b>", "H05.18.2-990231-0001", "1" * 9000]
)
def test_codes_that_are_none_are_not_found(guest: Browser, town: Town, code: str) -> None:
    assert guest.post("/tra-cuu", {"code": code, "secret": "A"}).status_code == 404


def test_five_wrong_secrets_lock_the_code_even_for_the_right_one(
    guest: Browser, town: Town
) -> None:
    code = town.submitted()
    for _ in range(5):
        guest.post("/tra-cuu", {"code": code, "secret": "AAAAAAAAAA"})

    answer = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})

    assert answer.status_code == 429
    assert "Nhập sai quá nhiều lần" in answer.content.decode()


def test_a_code_that_does_not_exist_locks_the_same_way(guest: Browser, town: Town) -> None:
    answers = [try_pair(guest, UNKNOWN, "AAAAAAAAAA")[0] for _ in range(6)] if town else []

    assert answers == [404] * 5 + [429]


def test_one_client_cannot_try_many_codes(guest: Browser, town: Town) -> None:
    for number in range(20):
        guest.post("/tra-cuu", {"code": f"H05.18.2-260101-{number:04}", "secret": "A"})

    answer = guest.post("/tra-cuu", {"code": "H05.18.2-260101-9999", "secret": "A"})

    assert answer.status_code == 429


def test_the_proof_opens_only_its_own_dossier(guest: Browser, town: Town) -> None:
    mine, other = town.submitted(), town.submitted()
    shown = guest.post("/tra-cuu", {"code": mine, "secret": applicant.secret_of(mine)})
    proof = hidden(shown)["proof"]

    for address in (f"/ho-so/{other}", f"/ho-so/{other}/rut", f"/ho-so/{other}/bo-sung"):
        assert guest.post(address, {"proof": proof}).status_code == 404
    assert guest.post(f"/ho-so/{mine}", {"proof": proof}).status_code == 200


@pytest.mark.parametrize("proof", ["x", "H05.18.2-260101-0001:1:abc", "é\x00"])
def test_a_made_up_proof_opens_nothing(guest: Browser, town: Town, proof: str) -> None:
    assert guest.post(f"/ho-so/{town.submitted()}", {"proof": proof}).status_code == 404


def test_a_strangers_dossier_looks_like_an_unknown_one(guest: Browser, town: Town) -> None:
    code = town.submitted()
    stranger = signed_in(town.stranger)

    known, unknown = (stranger.get(f"/ho-so/{one}") for one in (code, UNKNOWN))

    assert (known.status_code, unknown.status_code) == (404, 404)
    pages = {re.sub(rb"\b[0-9a-f]{12}\b", b"", one.content) for one in (known, unknown)}
    assert len(pages) == 1  # but for the number of the request


def test_a_guest_without_proof_is_asked_for_it_whatever_the_code(
    guest: Browser, town: Town
) -> None:
    places = [guest.get(f"/ho-so/{one}")["Location"] for one in (town.submitted(), UNKNOWN)]

    assert all(place.startswith("/tra-cuu?ma=") for place in places)


def test_the_citizen_sees_it_by_account(citizen: Browser, town: Town) -> None:
    code = town.appraised()

    listed = citizen.get("/ho-so").content.decode()
    page = citizen.get(f"/ho-so/{code}").content.decode()

    assert code in listed
    assert "Hoa" in page
    assert "cb-Hoa" not in page


def test_what_officers_ask_of_one_another_is_not_told_but_the_second_request_is(
    guest: Browser, town: Town
) -> None:
    code = asked_once(town)
    requested(town, code)
    shown = {"code": code, "secret": applicant.secret_of(code)}
    before = guest.post("/tra-cuu", shown).content.decode()

    at = vn("2026-07-07 14:00")
    decide_second_supplement(by=by(town.leader, at), code=code, approves=True)

    after = guest.post("/tra-cuu", shown).content.decode()
    assert before.count(ASKED) + 1 == after.count(ASKED)
    assert "Bản vẽ mới lại sai" not in after


def test_a_check_that_is_late_is_called_late(citizen: Browser, town: Town) -> None:
    late = citizen.get(f"/ho-so/{town.submitted()}").content.decode()
    fresh = citizen.get(f"/ho-so/{town.submitted(at=clock.now())}").content.decode()

    assert re.search(r"Quá hạn</span> <time [^>]*>09:00\s06/07/2026", late)
    assert "Quá hạn" not in fresh
