# SPDX-License-Identifier: Apache-2.0
"""The pages of petitions, help and support points as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import pytest

from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.open_support_point import open_support_point
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.models import Petition, Ticket
from motcua.domains.support.queries import petitions, tickets
from motcua.faces.design.rendered import SHELF
from motcua.kit import clock
from tests.domains.support.conftest import Place, by
from tests.domains.support.points import new_point
from tests.faces.looking import faults_of
from tests.faces.portal.conftest import Browser
from tests.faces.portal.support.conftest import file

pytestmark = pytest.mark.browser


def pages(guest: Browser, place: Place) -> Mapping[str, bytes]:
    """The pages of a whole walk under names of their own."""
    point = new_point(place, valid_from=clock.today())
    open_support_point(by=by(place.admin, clock.now()), point=point)
    seen = {"/form": guest.get("/phan-anh/gui").content}
    seen["/form-faults"] = file(guest, place, words="", kind="").content
    seen["/filed"] = file(guest, place).content
    code = Petition.objects.get().code
    secret = {"code": code, "secret": petitions.secret_of(code)}
    at = clock.now()
    take_up(by=by(place.specialist, at), code=code)
    ask_petitioner(by=by(place.specialist, at), code=code, question="Ở phía nào?")
    seen["/asked"] = guest.post("/phan-anh/theo-doi", secret).content
    answer_petition(by=by(place.leader, at), code=code, answer="Đã thay bóng đèn.")
    seen["/answered"] = guest.post("/phan-anh/theo-doi", secret).content
    publish_answer(by=by(place.leader, at), code=code, words="Đèn hỏng.", answer="Đã thay.")
    SHELF.clear()
    seen["/published"] = guest.get("/phan-anh").content
    seen["/track"] = guest.post("/phan-anh/theo-doi", {"code": "PA-1", "secret": "x"}).content
    seen["/points"] = guest.get("/diem-ho-tro").content
    return {**seen, **help_pages(guest, place)}


def help_pages(guest: Browser, place: Place) -> Mapping[str, bytes]:
    """The pages of somebody who is stuck."""
    asked = {"words": "Tệp của tôi quá lớn.", "key": str(uuid4()), "tu": "portal:papers"}
    seen = {"/stuck": guest.get("/ho-tro?tu=portal:papers&so=0123456789ab").content}
    seen["/looked"] = guest.post("/ho-tro", {**asked, "action": "look"}).content
    seen["/no-words"] = guest.post("/ho-tro", {**asked, "action": "send", "words": ""}).content
    seen["/sent"] = guest.post("/ho-tro", {**asked, "action": "send"}).content
    code = Ticket.objects.get().code
    answer_ticket(by=by(place.operator, clock.now()), code=code, answer="Chụp cỡ vừa.")
    secret = {"code": code, "secret": tickets.secret_of(code)}
    seen["/ticket"] = guest.post("/ho-tro/theo-doi", secret).content
    seen["/ticket-track"] = guest.get("/ho-tro/theo-doi").content
    seen["/known"] = guest.get("/ho-tro/giai-dap/tep-qua-lon").content
    seen["/refusal"] = guest.get("/khong-co").content
    return seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_accessible_and_fits_a_telephone(
    guest: Browser, place: Place, language: str
) -> None:
    guest.cookies["language"] = language

    assert faults_of(pages(guest, place)) == []
