# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.models import KnownAnswer, Ticket
from motcua.kit import clock
from tests.domains.support.conftest import Place, by
from tests.faces.portal.conftest import Browser, hidden, signed_in

WORDS = "Tệp của tôi quá lớn, không tải lên được."


def text(answer: Any) -> str:
    return str(answer.content.decode())


def send(browser: Browser, **changes: str) -> Any:
    sent = {"key": str(uuid4()), "words": WORDS, "action": "send", "tu": "portal:papers"}
    return browser.post("/ho-tro", {**sent, "so": "0123456789ab", **changes})


@pytest.mark.parametrize(
    "address", ["/", "/thu-tuc", "/tra-cuu", "/phan-anh", "/khong-co", "/hom-nay"]
)
def test_every_screen_leads_to_help(guest: Browser, address: str) -> None:
    assert re.search(r'<a class="stuck[^"]*" href="/ho-tro', text(guest.get(address)))


def test_a_refusal_page_sends_the_number_of_its_request_along(guest: Browser) -> None:
    answer = guest.get("/khong-co")

    assert f"so={answer['X-Request-Id']}" in text(answer)


def test_the_name_of_the_screen_goes_along_and_never_its_address(guest: Browser) -> None:
    page = text(guest.get("/tra-cuu?ma=H05.43-260703-0001"))

    link = re.search(r'<a class="stuck[^"]*" href="([^"]*)"', page)
    assert link and "portal%3Atrack" in link[1] and "H05.43" not in link[1]


def test_the_route_is_read_from_where_the_reader_came(guest: Browser) -> None:
    page = guest.get("/ho-tro", headers={"referer": "http://testserver/ho-so/H05.43-260703-0001"})

    assert hidden(page)["tu"] == "portal:dossier"
    assert "H05.43" not in text(page)


def test_what_is_no_name_of_a_screen_is_left_out(guest: Browser) -> None:
    answer = guest.get("/ho-tro?tu=%00&so=%00")

    assert answer.status_code == 200
    assert "\x00" not in answer.content.decode()


def test_known_answers_come_before_a_ticket(guest: Browser) -> None:
    looked = guest.post("/ho-tro", {"words": WORDS, "action": "look", "key": str(uuid4())})

    assert "20 MB" in text(looked)
    assert not Ticket.objects.exists()


def test_a_guest_reads_the_answer_by_code_and_secret(guest: Browser, place: Place) -> None:
    filed = send(guest)
    secret = re.search(r'<strong class="code">([A-Z2-9 ]{11})</strong>', text(filed))
    ticket = Ticket.objects.get()
    answer_ticket(by=by(place.operator, clock.now()), code=ticket.code, answer="Chụp cỡ vừa.")

    assert secret
    shown = guest.post("/ho-tro/theo-doi", {"code": ticket.code, "secret": secret[1]})
    closed = guest.post(f"/ho-tro/{ticket.code}", {**hidden(shown), "act": "close"})
    asked = {**hidden(closed), "act": "reopen", "words": "Vẫn không được."}
    reopened = guest.post(f"/ho-tro/{ticket.code}", asked)

    assert (ticket.screen, ticket.correlation) == ("portal:papers", "0123456789ab")
    assert "Chụp cỡ vừa." in text(shown) and "Vẫn không được." in text(reopened)


def test_a_citizen_finds_the_answer_among_their_questions(guest: Browser, place: Place) -> None:
    mine, other = signed_in(place.citizen), signed_in(place.stranger)
    send(mine)
    code = Ticket.objects.get().code

    assert code in text(mine.get("/ho-tro"))
    assert mine.get(f"/ho-tro/{code}").status_code == 200
    assert other.get(f"/ho-tro/{code}").status_code == 404


def test_the_readers_verdict_is_counted_and_leads_on(guest: Browser) -> None:
    page = guest.get("/ho-tro/giai-dap/tep-qua-lon?tu=portal:papers")

    answer = guest.post("/ho-tro/giai-dap/tep-qua-lon", {**hidden(page), "helped": "no"})

    assert KnownAnswer.objects.get(pk="tep-qua-lon").unhelped == 1
    assert "/ho-tro?tu=portal%3Apapers" in text(answer) or "/ho-tro?tu=portal:papers" in text(
        answer
    )


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"words": ""}, 422), ({"words": "x" * 10_000}, 422), ({"key": "x"}, 400),
        ({"words": "\x00" * 20}, 422),
    ],
)  # fmt: skip
def test_bad_input_is_told_and_nothing_is_filed(
    guest: Browser, changes: dict[str, str], status: int
) -> None:
    assert send(guest, **changes).status_code == status
    assert not Ticket.objects.exists()


def test_an_unknown_ticket_or_answer_is_not_found(guest: Browser) -> None:
    for address in ("/ho-tro/HT-1", "/ho-tro/giai-dap/khong-co"):
        assert guest.get(address).status_code == 404
