# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import logging
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.people.acts.reset_password import reset_password
from motcua.domains.people.models import Session
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import SYSTEM
from tests.domains.people.conftest import PASSWORD
from tests.faces.gate.conftest import sign_in


def without_token(answer: HttpResponse) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return re.sub(r"so=\w{12}", "", page)  # the number of the request


def test_the_form_is_vietnamese_whatever_the_browser_prefers(db: None, client: Client) -> None:
    page = client.get("/vao/can-bo", headers={"Accept-Language": "en"}).content.decode()

    assert "Đăng nhập" in page
    client.cookies["language"] = "en"
    assert "Sign in" in client.get("/vao/can-bo").content.decode()


def test_the_right_password_leads_to_the_desk(official: int, client: Client) -> None:
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (303, "/desk/")
    assert Session.objects.get(account_id=official).revoked_at is None


def test_a_password_given_by_somebody_else_leads_to_choosing_one(
    official: int, client: Client
) -> None:
    given = reset_password(actor=SYSTEM, account_id=official, at=clock.now())

    answer = client.post("/vao/can-bo", {"name": "an.nv", "password": given, "next": "/desk/"})

    assert answer["Location"] == "/tai-khoan/mat-khau"


def test_the_page_that_was_wanted_comes_next(official: int, client: Client) -> None:
    answer = sign_in(client, next="/desk/ho-so/1?trang=2")

    assert answer["Location"] == "/desk/ho-so/1?trang=2"


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.invalid/", "//elsewhere.invalid", "/\\elsewhere.invalid", "javascript:x()",
     "http:///elsewhere.invalid", "\thttps://elsewhere.invalid"],
)  # fmt: skip
def test_nobody_is_led_to_another_site(official: int, client: Client, wanted: str) -> None:
    form = client.get("/vao/can-bo", {"next": wanted}).content.decode()
    answer = sign_in(client, next=wanted)

    assert "elsewhere" not in form
    assert answer["Location"] == "/desk/"


def test_a_wrong_password_is_told_without_saying_what_was_wrong(
    official: int, client: Client
) -> None:
    known = sign_in(client, "an.nv", "sai")
    unknown = sign_in(client, "khong.co", "sai")

    assert known.status_code == unknown.status_code == 422
    told = without_token(known).replace("an.nv", "X")
    assert told == without_token(unknown).replace("khong.co", "X")
    assert "sai" not in told.partition("<form")[2].partition("</form>")[0]


def test_after_five_failures_the_page_says_until_when(official: int, client: Client) -> None:
    for _ in range(4):
        sign_in(client, password="sai")
    answer = sign_in(client, password="sai")

    assert answer.status_code == 403
    assert sign_in(client).status_code == 403
    assert "Ông/bà có thể thử lại từ" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "x" * 10_000, "\x00", "<script>alert(1)</script>"])
def test_odd_input_is_a_wrong_password_and_is_escaped(db: None, client: Client, name: str) -> None:
    answer = sign_in(client, name, "y" * 10_000)

    assert answer.status_code == 422
    assert b"<script>alert" not in answer.content


def test_signing_in_changes_the_key_and_drops_the_guests_row(official: int, client: Client) -> None:
    session = client.session
    session["ghi-nho"] = "Ước"
    session.save()
    before = session.session_key
    client.cookies["session"] = before

    sign_in(client)

    after = client.cookies["session"].value
    assert after != before
    assert Session.objects.get().account_id == official
    assert client.session["ghi-nho"] == "Ước"
    assert SESSIONS.get(b"") is None


def test_a_key_planted_by_somebody_else_is_not_taken_over(official: int, client: Client) -> None:
    client.cookies["session"] = "k" * 43

    sign_in(client)

    assert client.cookies["session"].value != "k" * 43


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    official: int, client: Client
) -> None:
    cookie = sign_in(client).cookies["session"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == ""


def test_over_https_the_cookie_is_secure(
    official: int, client: Client, settings: DjangoSettings
) -> None:
    settings.SESSION_COOKIE_SECURE = True

    assert sign_in(client).cookies["session"]["secure"]


def test_a_form_without_its_token_is_refused(official: int) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert sign_in(strict).status_code == 403


def test_the_token_of_forms_changes_at_the_door(official: int) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get("/vao/can-bo")
    before = strict.cookies["csrftoken"].value

    answer = sign_in(strict, csrfmiddlewaretoken=before)

    assert answer.status_code == 303
    assert strict.cookies["csrftoken"].value != before


def test_who_is_signed_in_already_goes_straight_on(official: int, client: Client) -> None:
    sign_in(client)

    assert client.get("/vao/can-bo")["Location"] == "/desk/"


def test_logs_hold_neither_name_nor_password(
    official: int, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        sign_in(client, "an.nv", "Sai-Mật-Khẩu-9")
        sign_in(client)

    for secret in ("an.nv", "Sai-Mật-Khẩu-9", PASSWORD, "Nguyễn Văn An"):
        assert secret not in caplog.text


def test_pages_of_the_gate_are_not_kept_by_browsers(db: None, client: Client) -> None:
    assert "no-store" in client.get("/vao/can-bo")["Cache-Control"]


def test_the_password_is_changed_on_its_page(official: int, client: Client) -> None:
    sign_in(client)
    new = "Một-Khẩu-Lệnh-Khác-77"

    answer = client.post("/tai-khoan/mat-khau", {"current": PASSWORD, "new": new, "again": new})

    assert answer["Location"] == "/tai-khoan/phien?changed=1"
    assert sign_in(Client(), password=new).status_code == 303


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"current": PASSWORD, "new": "a", "again": "b"}, "không giống nhau"),
        ({"current": PASSWORD, "new": "a", "again": "a"}, "14 ký tự"),
        ({"current": "sai", "new": "a", "again": "a"}, "Mật khẩu hiện tại"),
        ({}, "Mật khẩu hiện tại"),
    ],
)
def test_a_password_that_cannot_be_changed_says_why(
    official: int, client: Client, form: dict[str, str], told: str
) -> None:
    sign_in(client)

    answer = client.post("/tai-khoan/mat-khau", form)

    assert answer.status_code == 422
    summary = answer.content.decode().partition("error-summary")[2].partition("</ul>")[0]
    assert told in summary
