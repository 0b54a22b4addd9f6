# SPDX-License-Identifier: Apache-2.0
"""What a second signer reads: the whole application with its papers, and later their own copy."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.models import CoSignature, Dossier, Draft
from motcua.domains.dossiers.queries import signatures
from motcua.kit import clock
from motcua.kit.models import DataUse
from tests.builders import by
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.signing import (
    HAN,
    LAN,
    NAM,
    person,
    publish_for_two,
    two_signers_and_papers,
)
from tests.faces.portal.account.test_signing import PAGE, confirm, invite
from tests.faces.portal.conftest import APPLICANT, Browser, hidden, pdf, signed_in


@pytest.fixture
def wife(town: Town) -> Browser:
    publish_for_two(town, two_signers_and_papers())
    browser = signed_in(person("cd-han", HAN))
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    browser.fill("house", **PAGE, photo=pdf("anh-chung.pdf"))
    browser.attach(pdf("ban-ve.pdf"))
    return browser


@pytest.fixture
def husband(wife: Browser) -> Browser:
    return signed_in(person("cd-nam", NAM))


def handed_in(wife: Browser) -> str:
    answer = wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai")))
    assert answer.status_code == 303, answer.content.decode()
    return Dossier.objects.get().code


def page(browser: Browser, code: str) -> str:
    answer = browser.get(f"/ky/{code}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def addresses(browser: Browser, code: str) -> list[str]:
    return re.findall(rf'href="(/ky/{code}/tep/[0-9a-f-]{{36}})"', page(browser, code))


def opened(browser: Browser, address: str) -> Any:
    answer = browser.get(address)
    return answer.status_code if answer.status_code != 200 else b"".join(answer.streaming_content)


def looked() -> list[tuple[str, str, str, list[str]]]:
    lines = DataUse.objects.order_by("id")
    return list(lines.values_list("actor_code", "page", "purpose", "subjects"))


def test_every_answer_and_every_paper_can_be_read_before_confirming(
    wife: Browser, husband: Browser
) -> None:
    code = invite(wife)

    shown = page(husband, code)
    papers = addresses(husband, code)

    for words in ("Trần Văn Nam", NAM, HAN, "anh-chung.pdf", "ban-ve.pdf", "Ảnh chung", "Bản vẽ"):
        assert words in shown
    assert len(papers) == 2
    assert all(opened(husband, address).startswith(b"%PDF") for address in papers)


def test_each_look_is_written_into_the_ledger(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    address = addresses(husband, code)[0]
    opened(husband, address)
    confirm(husband, code)
    dossier = handed_in(wife)
    page(husband, code)
    opened(husband, address)

    assert looked()[:2] == [
        ("cd-nam", "portal/sign", "signing", ["cd-han"]),
        ("cd-nam", "portal/signed_paper", "signing", ["cd-han"]),
    ]
    assert looked()[-2:] == [
        ("cd-nam", "portal/sign", "signed", [dossier]),
        ("cd-nam", "portal/signed_paper", "signed", [dossier]),
    ]
    assert "Cùng ký hồ sơ" in wife.get("/tai-khoan/ai-da-xem").content.decode()


def test_afterwards_they_keep_a_copy_of_what_they_signed(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    before = addresses(husband, code)
    confirm(husband, code)
    handed_in(wife)

    copy = page(husband, code)

    for words in ("Bản lưu của ông/bà", NAM, "anh-chung.pdf", "ban-ve.pdf"):
        assert words in copy
    assert CoSignature.objects.get().content_sha256 in copy
    assert '<form method="post" action="/ky/' not in copy
    assert addresses(husband, code) == before
    assert all(opened(husband, address).startswith(b"%PDF") for address in before)


def test_the_copy_outlives_the_draft(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)
    handed_in(wife)
    Draft.objects.update(expires_at=clock.now() - timedelta(days=400))

    assert "anh-chung.pdf" in page(husband, code)


def test_a_supplement_leaves_the_copy_as_it_was_and_is_named_in_it(
    wife: Browser, husband: Browser, town: Town
) -> None:
    code = invite(wife)
    confirm(husband, code)
    dossier = handed_in(wife)
    item = Item("field:house.floors", "Sai số tầng", "")
    ask_supplement(by=by(town.counter, clock.now()), code=dossier, items=[item],
                   until_on=clock.today() + timedelta(days=9), guide="")  # fmt: skip
    resume(by=by(town.counter, clock.now()), code=dossier, answers={"house": {"floors": 7}})

    copy = page(husband, code)

    assert Dossier.objects.get().answers["house"]["floors"] == 7
    assert "<dd>2</dd>" in copy and "<dd>7</dd>" not in copy
    assert "Hồ sơ đã được bổ sung sau khi ký" in copy


def test_a_copy_that_is_not_what_was_signed_is_not_shown(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)
    handed_in(wife)
    Draft.objects.update(answers={"applicant_name": "Kẻ Khác"})

    shown = page(husband, code)

    assert "Kẻ Khác" not in shown and "anh-chung.pdf" not in shown
    assert "Bản lưu nội dung ông/bà đã ký không có ở đây" in shown


@pytest.mark.parametrize("change", ["answer", "paper", "taken out", "file", "file taken out"])
def test_any_change_after_a_signature_voids_it(
    wife: Browser, husband: Browser, change: str
) -> None:
    code = invite(wife)
    confirm(husband, code)
    photo = Draft.objects.get().answers["photo"]
    (paper,) = re.findall(r'value="(remove:[^"]+)"', wife.get("/nop/giay-to").content.decode())
    do = {
        "answer": lambda: wife.fill("house", **PAGE | {"house.floors": "3"}, photo=photo),
        "paper": lambda: wife.attach(pdf("khac.pdf", pdf().read() + b"\n")),
        "taken out": lambda: wife.post("/nop/giay-to", {"action": paper}),
        "file": lambda: wife.fill("house", **PAGE, photo=pdf("k.pdf", pdf().read() + b"\n")),
        "file taken out": lambda: wife.fill("house", **PAGE),
    }
    assert do[change]().status_code == 303

    signature = CoSignature.objects.get()

    assert (signature.state, signature.content_sha256) == ("invited", "")
    assert wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai"))).status_code in (409, 422)
    assert not Dossier.objects.exists()


def test_saving_the_same_again_voids_nothing(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)

    wife.fill("house", **PAGE, photo=Draft.objects.get().answers["photo"])

    assert CoSignature.objects.get().state == "confirmed"


def test_nothing_can_be_changed_once_it_is_submitted(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)
    handed_in(wife)
    signed = Draft.objects.get().answers

    for answer in (
        wife.fill("house", **PAGE | {"house.floors": "9"}),
        wife.attach(pdf("khac.pdf")),
        wife.post("/nop/luu/house", {"_field": "house.floors", "house.floors": "9"}),
        husband.post(f"/ky/{code}", {"answer": "decline", "reason": "Muộn"}),
    ):
        assert answer.status_code in (303, 409)

    assert Draft.objects.get().answers == signed
    assert CoSignature.objects.get().state == "confirmed"
    assert "anh-chung.pdf" in page(husband, code)


def test_whom_the_application_no_longer_names_reads_it_no_more(
    wife: Browser, husband: Browser
) -> None:
    code = invite(wife)
    address = addresses(husband, code)[0]
    changed = PAGE | {"husband.id": LAN, "husband.name": "Lê Văn Lân"}

    wife.fill("house", **changed, photo=Draft.objects.get().answers["photo"])

    assert husband.get(f"/ky/{code}").status_code == 404
    assert opened(husband, address) == 404
    assert f"/ky/{code}" not in husband.get("/ho-so").content.decode()


def test_other_people_open_none_of_the_papers(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    address = addresses(husband, code)[0]
    foreign = address.rpartition("/")[0] + "/00000000-0000-4000-8000-000000000000"

    assert opened(signed_in(person("cd-lan", LAN)), address) == 404
    assert opened(husband, foreign) == 404
    assert Browser(raise_request_exception=False).get(address).status_code == 303


def test_who_did_not_sign_gets_no_copy(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)
    handed_in(wife)
    CoSignature.objects.update(state="invited", content_sha256="")

    found = signatures.invitation(code, NAM, clock.now())

    assert not found.is_readable and found.answers == {}
    assert "anh-chung.pdf" not in page(husband, code)
