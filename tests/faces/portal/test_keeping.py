# SPDX-License-Identifier: Apache-2.0
"""Bringing a dossier that was handed in without an account under My dossiers."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.queries import applicant
from motcua.domains.people.models import Account
from motcua.kit.access import Actor, ActorKind
from tests.domains.dossiers.acts.test_keep_in_account import NUMBER, handed_in, verified
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town, acts, row
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import Browser, hidden, signed_in

BUTTON = "Giữ hồ sơ này trong tài khoản của tôi"


def follow(browser: Browser, code: str) -> Any:
    return browser.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})


def official() -> Actor:
    account = Account.objects.create(
        sign_in_name="cb-hoa", kind="official", code="cb-hoa", full_name="Hoa",
        created_at=SUBMITTED_AT, personal_id=NUMBER,
    )  # fmt: skip
    return Actor(code="cb-hoa", name="Hoa", kind=ActorKind.OFFICIAL, account_id=account.pk)


def test_one_press_brings_it_under_my_dossiers(
    citizen: Browser, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    verified(town.citizen)
    code = handed_in(town)
    shown = follow(citizen, code)

    with caplog.at_level(logging.DEBUG):
        answers = [citizen.post(f"/ho-so/{code}/giu", hidden(shown)) for _ in range(2)]

    assert BUTTON in shown.content.decode()
    assert [(one.status_code, one["Location"]) for one in answers] == [(303, f"/ho-so/{code}")] * 2
    assert acts(code).count("keep_in_account") == 1
    assert code in citizen.get("/ho-so").content.decode()
    page = citizen.get(f"/ho-so/{code}").content.decode()
    assert "Đã đưa vào tài khoản của người nộp" in page
    assert BUTTON not in page
    assert f"/ho-so/{code}/rut" in page
    assert NUMBER not in caplog.text


@pytest.mark.parametrize(("number", "level"), [("027190000002", 2), (NUMBER, 1), ("", 0)])
def test_others_see_no_button_and_read_why(
    citizen: Browser, town: Town, number: str, level: int
) -> None:
    verified(town.citizen, number, level)
    code = handed_in(town)
    shown = follow(citizen, code)
    fields = {**hidden(shown), "key": "6f0f3f0e-2d9c-4a43-9c3b-0d8b6a9c1f11", "seen": "1"}

    answer = citizen.post(f"/ho-so/{code}/giu", fields)

    assert BUTTON not in shown.content.decode()
    assert answer.status_code == 403
    assert "VNeID" in answer.content.decode().split("<main")[1]
    assert NUMBER not in answer.content.decode()
    assert row(code).account_id is None


def test_guests_and_officials_are_offered_nothing(guest: Browser, town: Town) -> None:
    code = handed_in(town)

    for browser in (guest, signed_in(official())):
        shown = follow(browser, code)
        fields = {**hidden(shown), "key": "6f0f3f0e-2d9c-4a43-9c3b-0d8b6a9c1f11", "seen": "1"}
        answer = browser.post(f"/ho-so/{code}/giu", fields)
        assert BUTTON not in shown.content.decode()
        assert answer.status_code == 403

    assert row(code).account_id is None


def test_a_dossier_of_another_account_is_not_offered(citizen: Browser, town: Town) -> None:
    verified(town.citizen)
    code = handed_in(town)
    Dossier.objects.filter(code=code).update(account_id=town.stranger.account_id)

    assert BUTTON not in follow(citizen, code).content.decode()


def test_without_proof_nothing_is_told_of_it(citizen: Browser, town: Town) -> None:
    verified(town.citizen)
    codes = (handed_in(town), "H05.18.2-260101-0001")
    fields = {"key": "6f0f3f0e-2d9c-4a43-9c3b-0d8b6a9c1f11", "seen": "1"}

    assert [citizen.post(f"/ho-so/{one}/giu", fields).status_code for one in codes] == [404, 404]


def test_my_dossiers_say_how_to_bring_one_in(citizen: Browser) -> None:
    page = citizen.get("/ho-so").content.decode().split("<main")[1]

    assert 'href="/tra-cuu"' in page


@pytest.mark.browser
def test_the_pages_are_accessible_and_fit_a_telephone(citizen: Browser, town: Town) -> None:
    verified(town.citizen)
    code = handed_in(town)
    kept = {"/offered": follow(citizen, code).content}
    citizen.post(f"/ho-so/{code}/giu", hidden(follow(citizen, code)))
    kept |= {"/kept": citizen.get(f"/ho-so/{code}").content}
    kept |= {"/mine": citizen.get("/ho-so").content}

    assert faults_of(kept) == []
