# SPDX-License-Identifier: Apache-2.0
"""Withdrawing, taking the result, rating."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.models import Rating
from motcua.domains.dossiers.queries import applicant
from motcua.domains.payments.acts.take_cash import take_cash
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.portal.conftest import Browser, hidden, signed_in


@pytest.fixture
def returned(town: Town) -> str:
    """A dossier whose result was returned."""
    code = town.decided()
    file_result(code=code, at=vn("2026-07-07 11:00"))
    take_cash(
        actor=town.counter, at=vn("2026-07-07 13:00"), key=uuid4(), dossier_code=code,
        amount_vnd=75_000, unit_id=town.centre_id,
    )  # fmt: skip
    return_result(by=by(town.counter, vn("2026-07-07 14:00")), code=code)
    return code


@pytest.fixture
def stopped(town: Town) -> str:
    """A dossier whose handling was stopped."""
    code = town.appraised()
    stop(by=by(town.leader, vn("2026-07-04 10:00")), code=code, reason="Không đủ điều kiện")
    return code


def test_withdrawing_asks_first(citizen: Browser, town: Town) -> None:
    code = town.received()

    page = citizen.get(f"/ho-so/{code}/rut")

    assert page.status_code == 200
    assert row(code).status == 2


def test_a_confirmed_withdrawal_ends_it_once(citizen: Browser, town: Town) -> None:
    code = town.received()
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))

    answers = [citizen.post(f"/ho-so/{code}/rut", fields).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert row(code).status == 7
    assert acts(code).count("withdraw") == 1


def test_a_stale_page_cannot_withdraw(citizen: Browser, town: Town) -> None:
    code = town.received()
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))
    town.advance(town.counter, code, "hand_over", vn("2026-07-03 11:00"))

    answer = citizen.post(f"/ho-so/{code}/rut", fields)

    assert answer.status_code == 409
    assert row(code).status == 4


def test_a_guest_withdraws_with_the_proof(guest: Browser, town: Town) -> None:
    code = town.submitted(account_id=None)
    shown = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})
    asked = guest.post(f"/ho-so/{code}/rut", {"proof": hidden(shown)["proof"]})

    answer = guest.post(f"/ho-so/{code}/rut", hidden(asked))

    assert answer.status_code == 200
    assert row(code).status == 7


def test_what_ended_cannot_be_withdrawn(citizen: Browser, stopped: str) -> None:
    assert citizen.get(f"/ho-so/{stopped}/rut").status_code == 409


def test_the_reason_of_a_stop_is_told(citizen: Browser, stopped: str) -> None:
    assert "Không đủ điều kiện" in citizen.get(f"/ho-so/{stopped}").content.decode()


def test_a_guest_may_fetch_the_result_again(guest: Browser, returned: str) -> None:
    page = guest.post("/tra-cuu", {"code": returned, "secret": applicant.secret_of(returned)})

    assert f'action="/ho-so/{returned}/ket-qua" data-stays' in page.content.decode()


def test_the_result_goes_to_the_applicant_and_says_it_is_not_signed(
    citizen: Browser, returned: str
) -> None:
    page = citizen.get(f"/ho-so/{returned}").content.decode()
    answer = citizen.get(f"/ho-so/{returned}/ket-qua")

    assert "Chưa ký số" in page
    assert b"".join(answer.streaming_content)[:5] == b"%PDF-"
    assert answer["Cache-Control"] == "no-store"


def test_the_result_goes_to_nobody_else(returned: str, town: Town) -> None:
    answers = [browser.get(f"/ho-so/{returned}/ket-qua") for browser in
               (Browser(raise_request_exception=False), signed_in(town.stranger))]  # fmt: skip

    assert [answer.status_code for answer in answers] == [404, 404]


def test_there_is_no_result_before_it_was_returned(citizen: Browser, town: Town) -> None:
    assert citizen.get(f"/ho-so/{town.decided()}/ket-qua").status_code == 404


def test_one_vote_is_taken_once(citizen: Browser, stopped: str) -> None:
    fields = hidden(citizen.get(f"/ho-so/{stopped}"))
    vote = fields | {"stars": "4", "comment": "Nhanh"}

    answers = [citizen.post(f"/ho-so/{stopped}/danh-gia", vote).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert Rating.objects.get().stars == 4
    assert "danh-gia" not in citizen.get(f"/ho-so/{stopped}").content.decode()


@pytest.mark.parametrize("stars", ["", "0", "6", "five", "4.5"])
def test_stars_run_from_one_to_five(citizen: Browser, stopped: str, stars: str) -> None:
    fields = hidden(citizen.get(f"/ho-so/{stopped}"))

    answer = citizen.post(f"/ho-so/{stopped}/danh-gia", fields | {"stars": stars})

    assert answer.status_code == 422
    assert not Rating.objects.exists()
