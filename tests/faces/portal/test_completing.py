# SPDX-License-Identifier: Apache-2.0
"""Completing a dossier: exactly what was asked, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.models import Attachment
from motcua.domains.dossiers.queries import applicant
from motcua.domains.people.models import Account
from motcua.domains.vault import queries as vault
from motcua.domains.vault.models import Paper
from motcua.faces.design.form_view import Surroundings, page_view
from motcua.faces.portal.completing import unbound
from motcua.kit import clock
from motcua.rules import forms
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row
from tests.faces.portal.conftest import Browser, hidden, pdf
from tests.faces.portal.test_vaulted import kept

ITEMS = (
    Item("field:house.floors", "Số tầng chưa đúng", "Bản vẽ ghi bốn tầng"),
    Item("paper:drawing", "Thiếu bản vẽ mặt cắt", "Quy định về bản vẽ"),
)


@pytest.fixture
def asked(town: Town) -> str:
    """A dossier whose applicant was asked for one field and one paper."""
    code = town.appraised()
    until_on = clock.today() + timedelta(days=9)
    ask_supplement(by=by(town.specialist, vn("2026-07-03 15:00")), code=code, items=ITEMS,
                   until_on=until_on, guide="Nộp một lần.")  # fmt: skip
    return code


def send(browser: Browser, code: str, **changes: Any) -> Any:
    fields = hidden(browser.get(f"/ho-so/{code}/bo-sung"))
    sent = {"house.floors": "4", "paper.drawing": pdf("mat-cat.pdf"), "action": "send"}
    return browser.post(f"/ho-so/{code}/bo-sung", fields | sent | changes)


def test_only_what_was_asked_is_shown_with_what_is_missing_and_why(
    citizen: Browser, asked: str
) -> None:
    page = citizen.get(f"/ho-so/{asked}/bo-sung").content.decode()

    for words in (
        "Số tầng chưa đúng",
        "Bản vẽ ghi bốn tầng",
        "Thiếu bản vẽ mặt cắt",
        "Nộp một lần",
    ):
        assert words in page
    assert 'name="house.floors"' in page
    assert 'name="applicant_name"' not in page


def test_what_was_added_goes_in_and_the_work_goes_on(citizen: Browser, asked: str) -> None:
    answer = send(citizen, asked)

    assert answer.status_code == 303, answer.content.decode()
    assert row(asked).answers["house"]["floors"] == 4
    assert acts(asked)[-1] == "resume"
    assert Attachment.objects.get(replaced_at=None).paper.file_name == "mat-cat.pdf"


def test_fields_nobody_asked_for_stay_as_they_were(citizen: Browser, asked: str) -> None:
    send(citizen, asked, applicant_name="Kẻ Khác")

    assert row(asked).applicant_name == "Nguyễn Thị Lan"


def test_a_wrong_answer_adds_nothing_and_keeps_the_chosen_file(
    citizen: Browser, asked: str
) -> None:
    answer = send(citizen, asked, **{"house.floors": "99"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="99"' in page
    assert row(asked).answers["house"]["floors"] == 3
    assert not Attachment.objects.exists()
    assert "Các tệp đã gửi vẫn được giữ" in page and page.count("mat-cat.pdf") > 1

    again = hidden(answer) | {"house.floors": "4", "action": "send"}
    assert citizen.post(f"/ho-so/{asked}/bo-sung", again).status_code == 303
    assert Attachment.objects.get(replaced_at=None).paper.file_name == "mat-cat.pdf"
    assert Paper.objects.count() == 1


def test_a_kept_file_is_taken_out_again(citizen: Browser, asked: str) -> None:
    wrong = send(citizen, asked, **{"house.floors": "99"})
    drop = {"action": f"drop:{Paper.objects.get().pk}", "house.floors": "4"}

    page = citizen.post(f"/ho-so/{asked}/bo-sung", hidden(wrong) | drop)
    answer = citizen.post(f"/ho-so/{asked}/bo-sung", hidden(page) | {"action": "send"})

    assert page.status_code == 200 and "mat-cat.pdf" not in page.content.decode()
    assert answer.status_code == 422
    assert not Attachment.objects.exists()


def test_a_kept_file_of_another_dossier_is_not_taken(
    citizen: Browser, asked: str, town: Town
) -> None:
    word = hidden(send(citizen, asked, **{"house.floors": "99"}))["kept"]
    other = town.appraised()
    ask_supplement(by=by(town.specialist, vn("2026-07-03 15:00")), code=other, items=ITEMS,
                   until_on=clock.today() + timedelta(days=9), guide="")  # fmt: skip

    answer = send(citizen, other, **{"paper.drawing": "", "kept": word})

    assert answer.status_code == 400
    assert acts(other)[-1] == "ask_supplement"


def test_a_lying_file_keeps_everything_out(citizen: Browser, asked: str) -> None:
    answer = send(citizen, asked, **{"paper.drawing": pdf("anh.png")})

    assert answer.status_code == 422
    assert row(asked).answers["house"]["floors"] == 3


def test_a_missing_paper_is_asked_for(citizen: Browser, asked: str) -> None:
    answer = send(citizen, asked, **{"paper.drawing": ""})

    assert answer.status_code == 422
    assert "Vui lòng chọn tệp" in answer.content.decode()


def test_a_guest_completes_with_the_proof_of_the_secret(guest: Browser, asked: str) -> None:
    shown = guest.post("/tra-cuu", {"code": asked, "secret": applicant.secret_of(asked)})
    fields = hidden(guest.post(f"/ho-so/{asked}/bo-sung", {"proof": hidden(shown)["proof"]}))

    sent = {"house.floors": "4", "paper.drawing": pdf(), "action": "send"}
    answer = guest.post(f"/ho-so/{asked}/bo-sung", fields | sent)

    assert answer.status_code == 200
    assert acts(asked)[-1] == "resume"


def test_the_form_sent_twice_acts_once(citizen: Browser, asked: str) -> None:
    fields = hidden(citizen.get(f"/ho-so/{asked}/bo-sung"))
    for _ in range(2):
        sent = {"house.floors": "4", "paper.drawing": pdf(), "action": "send"}
        answer = citizen.post(f"/ho-so/{asked}/bo-sung", fields | sent)

    assert answer.status_code == 303
    assert acts(asked).count("resume") == 1


def test_nothing_is_asked_for_of_other_dossiers(citizen: Browser, town: Town) -> None:
    answer = citizen.get(f"/ho-so/{town.received()}/bo-sung")

    assert answer.status_code == 200
    assert "Hiện không có yêu cầu bổ sung nào" in answer.content.decode()


def test_after_it_was_completed_the_page_shows_the_dossier_and_says_so(
    citizen: Browser, asked: str
) -> None:
    fields = hidden(citizen.get(f"/ho-so/{asked}/bo-sung"))
    send(citizen, asked)

    shown = citizen.get(f"/ho-so/{asked}/bo-sung")
    late = fields | {"key": str(uuid4()), "house.floors": "5", "action": "send"}
    refused = citizen.post(f"/ho-so/{asked}/bo-sung", late)

    for answer, status in ((shown, 200), (refused, 409)):
        assert answer.status_code == status
        assert "Nội dung yêu cầu đã được bổ sung" in answer.content.decode()
    assert "vừa gửi không được ghi nhận" in refused.content.decode()
    assert row(asked).answers["house"]["floors"] == 4


LAND = Item("paper:land", "Giấy chứng nhận không đọc được", "Nghị định 66")
OWNER = "027190000019"


def asked_for_land(town: Town) -> str:
    """A dossier whose applicant, known by number, was asked for the land certificate."""
    Account.objects.filter(pk=town.citizen.account_id).update(personal_id=OWNER)
    code = town.appraised()
    until_on = clock.today() + timedelta(days=9)
    ask_supplement(by=by(town.specialist, vn("2026-07-03 15:00")), code=code, items=[LAND],
                   until_on=until_on, guide="")  # fmt: skip
    return code


def send_land(browser: Browser, code: str, paper: str) -> Any:
    fields = hidden(browser.get(f"/ho-so/{code}/bo-sung"))
    sent = {"action": "send", "reuse.land": paper}
    return browser.post(f"/ho-so/{code}/bo-sung", fields | sent)


def test_a_paper_of_the_vault_may_stand_for_the_one_asked_for(citizen: Browser, town: Town) -> None:
    code, paper = asked_for_land(town), kept(OWNER)
    page = citizen.get(f"/ho-so/{code}/bo-sung").content.decode()

    answer = send_land(citizen, code, str(paper))

    assert f'name="reuse.land" value="{paper}"' in page
    assert answer.status_code == 303, answer.content.decode()
    assert Attachment.objects.get(component_code="land", replaced_at=None).paper.code == paper
    assert vault.described(paper).reused == 1


def test_a_paper_of_somebody_else_or_one_that_ended_is_refused(
    citizen: Browser, town: Town
) -> None:
    code = asked_for_land(town)
    foreign, ended = kept("027190000099"), kept(OWNER, revoked_at=clock.now())

    answers = [send_land(citizen, code, str(one)).status_code for one in (foreign, ended)]

    assert answers == [409, 409]
    assert acts(code)[-1] == "ask_supplement"


def test_choosing_none_of_them_still_asks_for_the_paper(citizen: Browser, town: Town) -> None:
    code = asked_for_land(town)
    kept(OWNER)

    assert send_land(citizen, code, "").status_code == 422


def test_who_only_holds_the_receipt_is_offered_nothing(guest: Browser, town: Town) -> None:
    code = asked_for_land(town)
    kept(OWNER)
    shown = guest.post("/tra-cuu", {"code": code, "secret": applicant.secret_of(code)})

    page = guest.post(f"/ho-so/{code}/bo-sung", {"proof": hidden(shown)["proof"]})

    assert page.status_code == 200
    assert "reuse.land" not in page.content.decode()


def test_an_asked_field_does_not_hide_behind_an_answer_of_another_page() -> None:
    words = {"vi": "Mục", "en": "Field"}
    fields = [
        {"name": "ended", "kind": "yes_no", "label": words},
        {"name": "number", "kind": "text", "label": words, "show_if": {"eq": ["ended", True]}},
    ]
    form = forms.parse({"pages": [{"name": "only", "title": words, "fields": fields}]})
    number = page_view(form, form.pages[0], {"ended": True}, Surroundings()).questions[1]

    alone, together = (unbound(number, beside) for beside in (["number"], ["ended", "number"]))

    assert number.show_if
    assert alone.show_if == alone.shown_when == ""
    assert together.show_if == number.show_if
