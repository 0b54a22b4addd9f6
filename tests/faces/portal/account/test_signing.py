# SPDX-License-Identifier: Apache-2.0
"""Two people submit one application over HTTP: inviting, reading, confirming, declining."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.domains.dossiers.models import CoSignature, Dossier
from motcua.kit.access import Actor
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import CODE, Town
from tests.domains.dossiers.signing import HAN, LAN, NAM, person, publish_for_two
from tests.faces.portal.conftest import APPLICANT, Browser, hidden, signed_in

PAGE = {
    "house.floors": "2",
    "wife.name": "Nguyễn Thị Hân",
    "wife.id": HAN,
    "husband.name": "Trần Văn Nam",
    "husband.id": NAM,
}


@pytest.fixture
def wife(town: Town) -> Browser:
    publish_for_two(town)
    browser = signed_in(person("cd-han", HAN))
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    browser.fill("house", **PAGE)
    return browser


@pytest.fixture
def husband_actor(wife: Browser) -> Actor:
    return person("cd-nam", NAM)


@pytest.fixture
def husband(husband_actor: Actor) -> Browser:
    return signed_in(husband_actor)


def invite(wife: Browser) -> str:
    fields = hidden(wife.get("/nop/xem-lai"))
    answer = wife.post("/nop/moi-ky", {"key": fields["key"], "signer": "husband"})
    assert answer.status_code == 303, answer.content.decode()
    return CoSignature.objects.get().code


def confirm(browser: Browser, code: str) -> Any:
    seen = hidden(browser.get(f"/ky/{code}")).get("seen", "")
    return browser.post(f"/ky/{code}", {"answer": "confirm", "seen": seen})


def test_both_sign_and_one_dossier_comes_of_it(wife: Browser, husband: Browser) -> None:
    wife.cookies["language"] = "en"
    assert "Submit the dossier" not in wife.get("/nop/xem-lai").content.decode()
    code = invite(wife)
    assert f"/ky/{code}" in husband.get("/ho-so").content.decode()

    assert confirm(husband, code).status_code == 303

    assert "Submit the dossier" in wife.get("/nop/xem-lai").content.decode()
    fields = hidden(wife.get("/nop/xem-lai"))
    answers = [wife.post("/nop/gui", fields) for _ in range(3)]
    assert {answer["Location"] for answer in answers} == {
        f"/ho-so/da-nop/{Dossier.objects.get().code}"
    }
    page = wife.get(f"/ho-so/{Dossier.objects.get().code}").content.decode()
    assert "Trần Văn Nam" in page


def test_the_signer_reads_the_whole_application_and_that_is_noted(
    wife: Browser, husband: Browser, husband_actor: Actor
) -> None:
    code = invite(wife)

    page = husband.get(f"/ky/{code}").content.decode()

    for words in ("Nguyễn Thị Hân", "Trần Văn Nam", HAN):
        assert words in page
    line = DataUse.objects.get()
    assert (line.actor_code, line.purpose) == (husband_actor.code, "signing")
    assert line.subjects == ["cd-han"]


def test_submitting_too_early_is_refused_calmly(wife: Browser) -> None:
    fields = hidden(wife.get("/nop/xem-lai"))

    answer = wife.post("/nop/gui", fields)

    assert answer.status_code == 409
    assert not Dossier.objects.exists()


def test_a_change_afterwards_asks_again(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    confirm(husband, code)
    wife.fill("house", **{**PAGE, "house.floors": "3"})

    answer = wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai")))

    assert answer.status_code == 409
    assert confirm(husband, code).status_code == 303
    assert wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai"))).status_code == 303


def test_passing_through_the_pages_again_voids_nothing(wife: Browser, husband: Browser) -> None:
    confirm(husband, invite(wife))

    wife.fill("applicant", **APPLICANT)
    wife.fill("house", **PAGE)

    assert CoSignature.objects.get().state == "confirmed"


def test_an_old_page_confirms_nothing_new(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    seen = hidden(husband.get(f"/ky/{code}"))["seen"]
    wife.fill("house", **{**PAGE, "house.floors": "3"})

    answer = husband.post(f"/ky/{code}", {"answer": "confirm", "seen": seen})

    assert answer.status_code == 409
    assert CoSignature.objects.get().state == "invited"


def test_a_no_with_its_reason_reaches_the_one_who_asked(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    assert husband.post(f"/ky/{code}", {"answer": "decline", "reason": ""}).status_code == 422

    husband.post(f"/ky/{code}", {"answer": "decline", "reason": "Sai ngày sinh"})

    assert "Sai ngày sinh" in wife.get("/nop/xem-lai").content.decode()


@pytest.mark.parametrize("answer", ["", "maybe"])
def test_a_broken_answer_is_refused(wife: Browser, husband: Browser, answer: str) -> None:
    code = invite(wife)

    assert husband.post(f"/ky/{code}", {"answer": answer}).status_code == 400


def test_other_people_s_invitations_do_not_exist(wife: Browser, husband: Browser) -> None:
    code = invite(wife)
    stranger = signed_in(person("cd-lan", LAN))

    for browser in (stranger, wife):
        assert browser.get(f"/ky/{code}").status_code == 404
        assert browser.post(f"/ky/{code}", {"answer": "confirm"}).status_code == 404
    assert husband.get("/ky/KHONGCO1").status_code == 404


def test_a_low_e_id_is_told_why_it_cannot_submit(town: Town) -> None:
    publish_for_two(town)
    browser = signed_in(person("cd-han", HAN, level=1))
    browser.start(town)
    browser.fill("applicant", **APPLICANT)
    browser.fill("house", **PAGE)

    answer = browser.post("/nop/gui", hidden(browser.get("/nop/xem-lai")))

    assert answer.status_code == 403
    assert not Dossier.objects.exists()


def test_guests_are_sent_to_sign_in(town: Town) -> None:
    publish_for_two(town)
    guest = Browser(raise_request_exception=False)

    assert guest.get("/ky/ABCDEFGH").status_code == 303
    assert guest.post(f"/nop/{CODE}", {"unit": town.competent_id}).status_code == 303


def test_who_signed_sees_where_the_submitted_dossier_stands(
    wife: Browser, husband: Browser
) -> None:
    code = invite(wife)
    confirm(husband, code)
    wife.post("/nop/gui", hidden(wife.get("/nop/xem-lai")))

    page, mine = (husband.get(path).content.decode() for path in (f"/ky/{code}", "/ho-so"))

    dossier = Dossier.objects.get().code
    assert "Ông/bà đã xác nhận hồ sơ này." in page and dossier in page
    assert "Hồ sơ đang chờ ông/bà trả lời." not in page
    assert dossier in mine and f'href="/ky/{code}"' in mine
    assert husband.get(f"/ho-so/{dossier}").status_code == 404
