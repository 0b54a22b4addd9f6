# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from motcua.domains.people.models import Session, SignInRecord
from motcua.faces.gate.cache import SESSIONS
from tests.faces.gate.conftest import sign_in

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_the_list_names_devices_and_marks_this_one(official: int, client: Client) -> None:
    sign_in(Client(headers={"User-Agent": FIREFOX}))
    sign_in(client)

    page = client.get("/tai-khoan/phien").content.decode()

    assert "Firefox, Windows" in page
    assert page.count("Thiết bị này") == 1


def test_ending_another_session_signs_that_device_out(official: int, client: Client) -> None:
    other = Client()
    sign_in(other)
    elsewhere = Session.objects.get()
    sign_in(client)

    answer = client.post(f"/tai-khoan/phien/{elsewhere.pk}/ket-thuc")

    assert answer["Location"] == "/tai-khoan/phien?ended=1"
    SESSIONS.clear()
    assert other.get("/tai-khoan/phien").status_code == 303


def test_the_session_of_somebody_else_is_not_mine_to_end(
    official: int, make_official: Callable[..., int], client: Client
) -> None:
    make_official("dong.nghiep")
    sign_in(Client(), "dong.nghiep")
    theirs = Session.objects.get()
    sign_in(client)

    assert client.post(f"/tai-khoan/phien/{theirs.pk}/ket-thuc").status_code == 403
    assert client.post("/tai-khoan/phien/999999/ket-thuc").status_code == 404
    assert Session.objects.get(pk=theirs.pk).revoked_at is None


def test_signing_out_asks_then_ends_the_session_and_takes_the_cookie(
    official: int, client: Client
) -> None:
    sign_in(client)
    assert "Đăng xuất" in client.get("/ra").content.decode()

    answer = client.post("/ra")

    assert answer["Location"] == "/"
    assert client.cookies["session"].value == ""
    assert Session.objects.get().revoked_at is not None
    assert SignInRecord.objects.filter(act="signed_out").count() == 1


def test_the_key_is_worth_nothing_after_signing_out(official: int, client: Client) -> None:
    sign_in(client)
    key = client.cookies["session"].value
    client.post("/ra")
    client.cookies["session"] = key

    assert client.get("/tai-khoan/phien").status_code == 303


def test_a_guest_who_leaves_is_led_home(db: None, client: Client) -> None:
    assert client.get("/ra")["Location"] == "/"
    assert client.post("/ra")["Location"] == "/"


def test_pages_for_somebody_are_not_kept_by_browsers(official: int, client: Client) -> None:
    sign_in(client)

    answer = client.get("/tai-khoan/phien")

    assert "no-store" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


def test_a_link_does_not_end_a_session(official: int, client: Client) -> None:
    sign_in(client)

    assert client.get("/tai-khoan/phien/1/ket-thuc").status_code == 405
