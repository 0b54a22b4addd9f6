# SPDX-License-Identifier: Apache-2.0
"""Questions of a form that ask for files: chosen, replaced, taken out, needed, handed in."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.models import Attachment, Draft
from motcua.domains.dossiers.queries import applicant
from motcua.domains.vault.models import Paper
from motcua.kit import clock
from motcua.kit.models import DataUse
from tests.builders import by
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.filing import publish_with_files
from tests.faces.portal.conftest import (
    APPLICANT,
    HOUSE,
    Browser,
    hidden,
    only,
    pdf,
    signed_in,
)

PAGE = "/nop/ho-so/house"


@pytest.fixture
def town(town: Town) -> Town:
    publish_with_files(town)
    return town


@pytest.fixture
def at_files(guest: Browser, town: Town) -> Browser:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    return guest


def lying() -> list[tuple[str, str]]:
    rows = Attachment.objects.filter(replaced_at=None).order_by("id")
    return list(rows.values_list("component_code", "paper__file_name"))


def kept() -> dict[str, Any]:
    return dict(Draft.objects.get().answers)


def posted(browser: Browser, **changes: Any) -> dict[str, Any]:
    """What a browser without scripts sends back: the references of the page, and what is new."""
    page = browser.get(PAGE).content.decode()
    refs: dict[str, Any] = {}
    for name, value in re.findall(
        r'type="hidden" name="([a-z.0-9]+)" value="([0-9a-f-]{36})"', page
    ):
        refs.setdefault(name, []).append(value)
    for name, file in changes.items():
        if isinstance(file, SimpleUploadedFile):
            changes[name] = [*refs.get(name, []), file]
    return {**HOUSE, "action": "continue", **refs, **changes}


def send(browser: Browser, **changes: Any) -> Any:
    return browser.post(PAGE, posted(browser, **changes))


def test_the_page_is_sent_as_a_form_with_files(at_files: Browser) -> None:
    page = at_files.get(PAGE).content.decode()

    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" id="f-house-plan" name="house.plan"' in page


def test_a_needed_file_is_missed_and_the_rest_is_kept(at_files: Browser) -> None:
    answer = send(at_files)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sơ đồ vị trí: Vui lòng nhập nội dung này" in page
    assert kept()["house"]["floors"] == 3


def test_a_chosen_file_is_shown_with_name_and_size_and_the_form_goes_on(at_files: Browser) -> None:
    answer = send(at_files, **{"house.plan": pdf("so-do.pdf")})

    page = at_files.get(PAGE).content.decode()
    assert answer["Location"] == "/nop/giay-to"
    assert "so-do.pdf</a>" in page and "kB" in page
    assert lying() == [("site_plan", "so-do.pdf")]


def test_the_button_beside_it_sends_a_file_and_comes_back_to_it(at_files: Browser) -> None:
    answer = send(at_files, **{"house.plan": pdf(), "action": "upload:house.plan"})

    assert answer["Location"] == f"{PAGE}#f-house-plan"
    assert lying() == [("site_plan", "ban-ve.pdf")]


def test_pressing_the_button_without_a_file_says_what_to_do(at_files: Browser) -> None:
    answer = send(at_files, action="upload:house.plan")

    assert answer.status_code == 422
    assert "Sơ đồ vị trí: Vui lòng chọn tệp trước rồi gửi." in answer.content.decode()


def test_another_file_takes_the_place_of_the_first(at_files: Browser) -> None:
    send(at_files, **{"house.plan": pdf("mot.pdf")})

    answer = send(at_files, **{"house.plan": pdf("hai.pdf")})

    assert answer.status_code == 303
    assert lying() == [("site_plan", "hai.pdf")]
    assert len(kept()["house"]["plan"]) == 1


def test_a_file_is_taken_out_again(at_files: Browser) -> None:
    send(at_files, **{"house.plan": pdf()})
    page = at_files.get(PAGE).content.decode()
    (action,) = re.findall(r'value="(remove-file:house.plan:[0-9a-f-]{36})"', page)

    answer = send(at_files, action=action)

    assert answer["Location"] == f"{PAGE}#f-house-plan"
    assert lying() == []
    assert send(at_files).status_code == 422


def test_several_files_stand_side_by_side_up_to_their_number(at_files: Browser) -> None:
    send(at_files, photos=[pdf("1.pdf")], action="upload:photos")

    answer = send(at_files, photos=[*posted(at_files)["photos"], pdf("2.pdf"), pdf("3.pdf")])

    assert answer.status_code == 422
    assert "tối đa 2 tệp" in answer.content.decode()
    assert [name for code, name in lying() if code == "photo"] == ["1.pdf", "2.pdf", "3.pdf"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (pdf("anh.png"), "Nội dung tệp không khớp"),
        (SimpleUploadedFile("a.exe", b"MZ\x90\x00" * 9), "Chỉ chấp nhận tệp PDF"),
        (SimpleUploadedFile("a.pdf", b"%PDF-1.7 cut off"), "Tệp PDF bị hỏng"),
    ],
)
def test_what_the_vault_refuses_is_said_beside_the_question(
    at_files: Browser, file: SimpleUploadedFile, words: str
) -> None:
    send(at_files, **{"house.plan": pdf("tot.pdf")})

    answer = send(at_files, **{"house.plan": file})

    assert answer.status_code == 422
    assert f"Tệp chưa được nhận. {words}" in answer.content.decode()
    assert lying() == [("site_plan", "tot.pdf")]


def test_a_file_too_large_is_answered_so(
    at_files: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.domains.vault.acts.store_file.LIMIT", 10)

    answer = send(at_files, **{"house.plan": pdf()})

    assert answer.status_code == 413
    assert lying() == []


def test_rows_have_files_of_their_own(at_files: Browser) -> None:
    sent = {
        "house.plan": pdf(),
        "owners.0.name": "Trần An",
        "owners.0.scan": pdf("an.pdf"),
        "owners.2.name": "Trần Bình",
        "owners.2.scan": pdf("binh.pdf"),
    }

    answer = send(at_files, **sent)

    assert answer.status_code == 303, answer.content.decode()
    assert [row["name"] for row in kept()["owners"]] == ["Trần An", "Trần Bình"]
    assert [name for code, name in lying() if code == "owner_card"] == ["an.pdf", "binh.pdf"]
    page = at_files.get(PAGE).content.decode()
    assert "remove-file:owners.1.scan:" in page


def test_a_row_without_its_file_is_named_and_a_refused_one_keeps_its_row(at_files: Browser) -> None:
    named = {"house.plan": pdf(), "owners.0.name": "Trần An"}

    assert send(at_files, **named).status_code == 422
    page = send(at_files, **{"owners.1.scan": pdf("x.png")}).content.decode()

    assert 'href="#f-owners-0-scan"' in page
    assert "Tệp chưa được nhận." in page


def test_a_row_taken_away_takes_its_file_along(at_files: Browser) -> None:
    sent = {"owners.0.name": "Trần An", "owners.0.scan": pdf("an.pdf"), "house.plan": pdf()}
    send(at_files, **sent)

    send(at_files, **{"owners.0.name": "Trần An", "action": "remove:owners.0"})

    assert [code for code, _ in lying()] == ["site_plan"]


def test_a_reference_to_somebody_else_s_file_is_not_taken(at_files: Browser, town: Town) -> None:
    send(at_files, **{"house.plan": pdf()})
    foreign = str(Paper.objects.get().code)
    other = Browser(raise_request_exception=False)
    other.start(town)
    other.fill("applicant", **APPLICANT)

    answer = other.post(PAGE, {**HOUSE, "house.plan": foreign, "action": "continue"})
    saved = other.post(
        "/nop/luu/house", {"_field": "house.plan", "house.plan": foreign}
    ).status_code

    assert answer.status_code == 422
    assert saved in (204, 404)
    assert not Draft.objects.order_by("-id").first().answers["house"].get("plan")
    assert other.get(f"/nop/tep/{foreign}").status_code == 404


def test_autosave_of_another_answer_lets_no_file_go(at_files: Browser) -> None:
    send(at_files, **{"house.plan": pdf()})

    assert at_files.post("/nop/luu/house", {"_field": "copies", "copies": "2"}).status_code == 204

    assert lying() == [("site_plan", "ban-ve.pdf")]


def test_the_one_who_fills_it_in_opens_the_file(at_files: Browser) -> None:
    send(at_files, **{"house.plan": pdf()})
    (address,) = re.findall(r'href="(/nop/tep/[0-9a-f-]{36})"', at_files.get(PAGE).content.decode())

    answer = at_files.get(address)

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert Browser(raise_request_exception=False).get(address).status_code == 404


def handed_in(browser: Browser) -> str:
    """Send the files, look at everything once more, hand in; the code."""
    owner = {"owners.0.name": "Trần An", "owners.0.scan": pdf("an.pdf")}
    send(browser, **{"house.plan": pdf("so-do.pdf")}, **owner)
    browser.post("/nop/giay-to", {"action": "continue"})
    last = browser.get("/nop/xem-lai")
    page = last.content.decode()
    assert "so-do.pdf" in page and "an.pdf" in page
    answer = browser.post("/nop/gui", hidden(last))
    assert answer.status_code == 303, answer.content.decode()
    return only().code


def test_files_go_with_the_dossier(at_files: Browser) -> None:
    code = handed_in(at_files)

    held = Attachment.objects.filter(dossier__code=code).order_by("id")
    assert [line.component_code for line in held] == ["site_plan", "owner_card"]
    assert only().answers["house"]["plan"] == [str(held[0].paper.code)]
    assert {line.paper.origin_dossier for line in held} == {code}
    assert held[0].paper.title == "Sơ đồ vị trí"


def test_the_applicant_opens_them_on_the_page_of_the_dossier(town: Town) -> None:
    browser = signed_in(town.citizen)
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    code = handed_in(browser)

    page = browser.get(f"/ho-so/{code}").content.decode()
    address = re.findall(rf'href="(/ho-so/{re.escape(code)}/tep/[0-9a-f-]{{36}})"', page)[0]

    assert "Sơ đồ vị trí" in page and "so-do.pdf" in page
    assert b"".join(browser.get(address).streaming_content).startswith(b"%PDF")
    assert signed_in(town.stranger).get(address).status_code == 404


def test_a_missing_draft_file_is_found_when_handing_in(at_files: Browser) -> None:
    send(at_files, **{"house.plan": pdf()})
    fields = hidden(at_files.get("/nop/xem-lai"))
    Attachment.objects.update(replaced_at=Draft.objects.get().saved_at)

    answer = at_files.post("/nop/gui", fields)

    assert answer.status_code == 422
    assert "Không tìm thấy tệp" in answer.content.decode()


def asked_again(town: Town, browser: Browser, target: str) -> str:
    """A handed-in dossier whose applicant was asked for one field anew."""
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    code = handed_in(browser)
    item = Item(f"field:{target}", "Ảnh mờ", "")
    ask_supplement(by=by(town.counter, clock.now()), code=code, items=[item],
                   until_on=clock.today() + timedelta(days=9), guide="")  # fmt: skip
    return code


def carried(answer: Any) -> dict[str, list[str]]:
    """The hidden fields of a page, those of the same name together."""
    fields: dict[str, list[str]] = {}
    page = answer.content.decode()
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page):
        fields.setdefault(name, []).append(value)
    return fields


def test_a_supplement_replaces_the_file_of_a_question(town: Town) -> None:
    browser = signed_in(town.citizen)
    code = asked_again(town, browser, "house.plan")
    shown = browser.get(f"/ho-so/{code}/bo-sung")
    fields = carried(shown)
    fields["house.plan"].append(pdf("ro.pdf"))

    answer = browser.post(f"/ho-so/{code}/bo-sung", {**fields, "action": "send"})

    assert re.search(r'<a href="/ho-so/[^"]+/tep/[^"]+">so-do.pdf</a>', shown.content.decode())
    assert answer.status_code == 303, answer.content.decode()
    held = Attachment.objects.filter(dossier__code=code, replaced_at=None)
    assert sorted(line.paper.file_name for line in held) == ["an.pdf", "ro.pdf"]
    plan = held.get(component_code="site_plan")
    assert only().answers["house"]["plan"] == [str(plan.paper.code)]


def test_a_supplement_keeps_the_files_of_rows_while_another_is_missed(town: Town) -> None:
    browser = signed_in(town.citizen)
    code = asked_again(town, browser, "owners")
    fields = carried(browser.get(f"/ho-so/{code}/bo-sung"))
    rows = {
        "owners.0.name": "Trần An",
        "owners.1.name": "",
        "owners.1.scan": pdf("binh.pdf"),
        "action": "send",
    }

    missed = browser.post(f"/ho-so/{code}/bo-sung", fields | rows)
    again = carried(missed) | {"owners.0.name": "Trần An", "owners.1.name": "Trần Bình"}
    answer = browser.post(f"/ho-so/{code}/bo-sung", again | {"action": "send"})

    assert missed.status_code == 422
    assert "binh.pdf" in missed.content.decode() and "an.pdf" in missed.content.decode()
    assert answer.status_code == 303, answer.content.decode()
    assert [len(owner["scan"]) for owner in only().answers["owners"]] == [1, 1]
    held = Attachment.objects.filter(dossier__code=code, component_code="owner_card")
    assert {(line.paper.file_name, line.replaced_at) for line in held} == {
        ("an.pdf", None),
        ("binh.pdf", None),
    }


def test_a_guest_opens_the_files_with_the_proof_of_the_receipt(at_files: Browser) -> None:
    code = handed_in(at_files)
    secret = applicant.secret_of(code)
    shown = at_files.post("/tra-cuu", {"code": code, "secret": secret})
    (address, *_) = re.findall(r'action="(/ho-so/[^"]+/tep/[^"]+)"', shown.content.decode())

    answer = at_files.post(address, {"proof": hidden(shown)["proof"]})

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert DataUse.objects.get().page == "portal/paper"
    assert at_files.get(address).status_code == 404
