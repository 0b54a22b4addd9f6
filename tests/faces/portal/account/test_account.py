# SPDX-License-Identifier: Apache-2.0
"""My papers, my ways of hearing news, and who looked at my data."""

from __future__ import annotations

import pytest

from motcua.domains.notices.models import Choice, Message
from motcua.domains.people.models import Account
from motcua.domains.vault.models import Paper
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.signing import HAN, person
from tests.faces.portal.conftest import Browser, signed_in


@pytest.fixture
def owner(town: Town) -> Actor:
    return person("cd-han", HAN)


@pytest.fixture
def browser(owner: Actor) -> Browser:
    return signed_in(owner)


def test_my_papers_are_listed_and_a_download_is_noted(
    browser: Browser, owner: Actor, town: Town
) -> None:
    code = browser.submitted(town)
    Paper.objects.update(owner_id_number=HAN, origin_dossier=code)
    paper = Paper.objects.get()

    page = browser.get("/tai-khoan/giay-to").content.decode()
    answer = browser.get(f"/tai-khoan/giay-to/{paper.code}")

    assert "Bản vẽ" in page
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    line = DataUse.objects.get(page="portal/my_paper")
    assert (line.purpose, line.subjects) == ("own", ["cd-han", code])


def test_somebody_else_s_paper_is_nowhere(browser: Browser, town: Town) -> None:
    browser.submitted(town)
    Paper.objects.update(owner_id_number="027190000777", origin_dossier="x")

    assert browser.get(f"/tai-khoan/giay-to/{Paper.objects.get().code}").status_code == 404


def test_choices_are_kept_and_shown(browser: Browser, owner: Actor) -> None:
    answer = browser.post("/tai-khoan/nhan-tin", {"moved.sms": "on", "asked.email": "on"})

    assert answer.status_code == 200
    rows = {row.group: (row.in_app, row.email, row.sms) for row in Choice.objects.all()}
    assert rows["moved"] == (False, False, True)
    assert rows["asked"] == (True, True, False)
    assert rows["received"] == (False, False, False)


def test_the_ledger_tells_who_why_and_only_my_dossiers(
    browser: Browser, owner: Actor, town: Town
) -> None:
    code = browser.submitted(town)
    Account.objects.create(
        sign_in_name="cb-hoa", kind="official", code=town.counter.code, full_name="Trần Thị Hoa",
        created_at=clock.now(),
    )  # fmt: skip
    log_view(
        actor=town.counter, at=clock.now(), page="desk/inbox", purpose="handling",
        subjects=["H05.99-260703-0009", code],
    )  # fmt: skip
    log_view(
        actor=town.counter, at=clock.now(), page="desk/inbox", purpose="handling",
        subjects=["H05.99-260703-0010"],
    )  # fmt: skip

    page = browser.get("/tai-khoan/ai-da-xem").content.decode()

    assert page.count("Trần Thị Hoa") == 1
    assert code in page
    assert "H05.99-260703-0009" not in page
    assert browser.get("/tai-khoan/ai-da-xem?truoc=abc").status_code == 200


def test_messages_about_a_dossier_show_how_far_they_came(
    browser: Browser, owner: Actor, town: Town
) -> None:
    code = browser.submitted(town)
    Message.objects.create(
        event_id=1, channel="sms", to="0912345678", kind="SupplementAsked", dossier_code=code,
        language="vi", state="delivered", at=clock.now(),
    )  # fmt: skip

    page = browser.get(f"/ho-so/{code}").content.decode()

    assert "***678" in page
    assert "0912345678" not in page.split("***678")[1][:200]


@pytest.mark.parametrize("address", ["", "/giay-to", "/nhan-tin", "/ai-da-xem", "/dai-dien"])
def test_the_pages_open_in_both_languages(browser: Browser, address: str) -> None:
    for language in ("vi", "en"):
        browser.cookies["language"] = language
        assert browser.get(f"/tai-khoan{address}").status_code == 200


@pytest.mark.parametrize("address", ["", "/giay-to", "/nhan-tin", "/ai-da-xem", "/dai-dien"])
def test_guests_sign_in_first(town: Town, address: str) -> None:
    assert Browser().get(f"/tai-khoan{address}").status_code == 303
