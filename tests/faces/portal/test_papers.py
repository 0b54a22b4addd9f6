# SPDX-License-Identifier: Apache-2.0
"""Papers: several files a component, taken out again, refused one by one."""

from __future__ import annotations

import re

from motcua.domains.dossiers.models import Attachment
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import APPLICANT, HOUSE, Browser, pdf


def lying() -> list[str]:
    rows = Attachment.objects.filter(replaced_at=None).order_by("id")
    return list(rows.values_list("paper__file_name", flat=True))


def at_papers(guest: Browser, town: Town) -> None:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    guest.fill("house", **HOUSE)


def test_several_files_are_kept_for_one_component(guest: Browser, town: Town) -> None:
    at_papers(guest, town)

    answer = guest.attach(pdf("mot.pdf"), pdf("hai.pdf"))

    assert answer.status_code == 303
    assert lying() == ["mot.pdf", "hai.pdf"]


def test_a_file_is_taken_out_again(guest: Browser, town: Town) -> None:
    at_papers(guest, town)
    guest.attach(pdf("mot.pdf"), pdf("hai.pdf"))
    page = guest.get("/nop/giay-to").content.decode()
    (first, *_) = re.findall(r'value="(remove:[0-9a-f-]{36})"', page)

    guest.post("/nop/giay-to", {"action": first})

    assert lying() == ["hai.pdf"]


def test_another_drafts_file_cannot_be_taken_out(guest: Browser, town: Town) -> None:
    at_papers(guest, town)
    guest.attach(pdf())
    code = Attachment.objects.get().paper.code
    other = Browser(raise_request_exception=False)
    at_papers(other, town)

    answers = [
        other.post("/nop/giay-to", {"action": f"remove:{what}"}).status_code
        for what in (code, "1", "")
    ]

    assert answers == [404, 404, 404]
    assert lying() == ["ban-ve.pdf"]


def test_a_good_file_stays_when_its_neighbour_is_refused(guest: Browser, town: Town) -> None:
    at_papers(guest, town)

    answer = guest.attach(pdf("tot.pdf"), pdf("anh.png"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "anh.png" in page
    assert lying() == ["tot.pdf"]


def test_going_on_needs_the_required_paper(guest: Browser, town: Town) -> None:
    at_papers(guest, town)

    answer = guest.post("/nop/giay-to", {"action": "continue"})

    assert answer.status_code == 422
    assert "Giấy tờ này là bắt buộc." in answer.content.decode()


def test_files_chosen_and_continue_pressed_go_on_at_once(guest: Browser, town: Town) -> None:
    at_papers(guest, town)

    answer = guest.post("/nop/giay-to", {"paper.drawing": pdf(), "action": "continue"})

    assert answer["Location"] == "/nop/xem-lai"
