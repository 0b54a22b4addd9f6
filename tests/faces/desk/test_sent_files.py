# SPDX-License-Identifier: Apache-2.0
"""Files for questions of the form at the counter, and on the page of the dossier."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.confirm_signing import confirm_signing
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.submit_draft import submit_draft
from motcua.domains.dossiers.models import Attachment, Dossier
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.builders import by, official
from tests.domains.dossiers.conftest import CODE, SUBMITTED_AT, Town
from tests.domains.dossiers.filing import publish_with_files
from tests.domains.dossiers.signing import (
    HAN,
    NAM,
    content,
    filled_in,
    invited,
    person,
    publish_for_two,
)
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.receiving import sent
from tests.files import PDF

ADDRESS = f"/desk/reception/{CODE}"


@pytest.fixture(autouse=True)
def files_apart(settings: DjangoSettings, tmp_path: Any) -> None:
    """Keep uploaded papers of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def town(town: Town) -> Town:
    publish_with_files(town)
    return town


def scan(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


def filled(town: Town, **changes: Any) -> dict[str, Any]:
    return sent(town, **{"house.plan": scan("so-do.pdf")} | changes)


def again(page: str) -> dict[str, Any]:
    """What the page carries on of files: their references and their words."""
    carried: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([a-z.0-9]+)" value="([^"]+)"', page):
        if name == "kept" or re.fullmatch(r"[0-9a-f-]{36}", value):
            carried.setdefault(name, []).append(value)
    carried.pop("key", None)
    return carried


def lying() -> list[tuple[str, str]]:
    rows = Attachment.objects.filter(replaced_at=None, dossier__isnull=False).order_by("id")
    return list(rows.values_list("component_code", "paper__file_name"))


def test_a_scan_for_a_question_goes_into_the_dossier(town: Town, desk_of: Desks) -> None:
    sent = filled(town, **{"owners.0.name": "Trần An", "owners.0.scan": scan("an.pdf")})

    answer = desk_of(town.counter).post(ADDRESS, sent)

    assert answer.status_code == 303, text(answer)
    assert sorted(lying()) == [("owner_card", "an.pdf"), ("site_plan", "so-do.pdf")]
    held = Attachment.objects.get(component_code="owner_card")
    assert Dossier.objects.get().answers["owners"][0]["scan"] == [str(held.paper.code)]
    assert held.paper.digitised_by


def test_a_needed_scan_is_missed(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, **{"house.plan": None}))

    assert answer.status_code == 422
    assert "Sơ đồ vị trí" in text(answer)
    assert not Dossier.objects.exists()


def test_scans_stay_while_something_else_is_corrected(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    owner = {"owners.0.name": "Trần An", "owners.0.scan": scan("an.pdf")}
    page = text(counter.post(ADDRESS, filled(town, **{"house.floors": ""}, **owner)))
    carried = again(page)

    answer = counter.post(ADDRESS, filled(town, **carried | {"owners.0.name": "Trần An"}))

    assert "so-do.pdf" in page and "an.pdf" in page
    assert answer.status_code == 303, text(answer)
    assert sorted(lying()) == [("owner_card", "an.pdf"), ("site_plan", "so-do.pdf")]


def test_a_scan_is_replaced_and_taken_out(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    page = text(counter.post(ADDRESS, filled(town, action="upload:house.plan")))
    carried = again(page)
    both = [*carried["house.plan"], scan("moi.pdf")]
    newer = text(counter.post(ADDRESS, filled(town, **carried | {
        "house.plan": both, "action": "upload:house.plan"})))  # fmt: skip
    (action,) = re.findall(r'value="(remove-file:house.plan:[0-9a-f-]{36})"', newer)
    without = text(counter.post(ADDRESS, filled(town, **again(newer), action=action)))

    assert "moi.pdf" in newer and "so-do.pdf" not in newer
    assert "moi.pdf" not in without and again(without) == {}
    assert not Dossier.objects.exists()


def test_a_refused_scan_is_said_beside_its_question(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, **{"house.plan": scan("x.png")}))

    assert answer.status_code == 422
    assert "Tệp chưa được nhận." in text(answer)
    assert not Dossier.objects.exists()


def test_a_reference_without_its_word_is_worth_nothing(town: Town, desk_of: Desks) -> None:
    first, other = (
        desk_of(town.counter),
        official("Mai", (town.counter.posts[0].unit_code, Role.COUNTER)),
    )
    carried = again(text(first.post(ADDRESS, filled(town, **{"house.floors": ""}))))
    stolen = filled(town, **{"house.plan": carried["house.plan"]})

    alone = desk_of(other).post(ADDRESS, stolen)
    with_word = desk_of(other).post(ADDRESS, {**stolen, "kept": carried["kept"]})

    assert (alone.status_code, with_word.status_code) == (422, 400)
    assert not Dossier.objects.exists()


def received(town: Town, counter: Client) -> str:
    owner = {"owners.0.name": "Trần An", "owners.0.scan": scan("an.pdf")}
    assert counter.post(ADDRESS, filled(town, **owner)).status_code == 303
    return Dossier.objects.get().code


def test_the_dossier_page_shows_and_opens_them_and_the_look_is_logged(
    town: Town, desk_of: Desks
) -> None:
    counter = desk_of(town.counter)
    code = received(town, counter)

    page = text(counter.get(f"/desk/{code}"))
    found = re.findall(
        rf'<dt>Sơ đồ vị trí</dt><dd><a class="file-name" href="(/desk/{re.escape(code)}/[^"]+)">',
        page,
    )
    opened = counter.get(found[0])

    assert b"".join(opened.streaming_content).startswith(b"%PDF")
    assert DataUse.objects.order_by("-id").first().page == "desk/paper"


def test_a_supplement_may_ask_for_the_file_of_a_question(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    code = received(town, counter)
    town.advance(town.counter, code, "hand_over", clock.now())
    item = Item("field:house.plan", "Sơ đồ mờ", "")
    ask_supplement(by=by(town.specialist, clock.now()), code=code, items=[item],
                   until_on=clock.today() + timedelta(days=9), guide="")  # fmt: skip
    page = text(counter.get(f"/desk/{code}/resume"))
    hidden = dict(re.findall(r'type="hidden" name="(key|seen)" value="([^"]+)"', page))
    both = [*again(page)["house.plan"], scan("ro.pdf")]

    answer = counter.post(f"/desk/{code}/resume", hidden | {"action": "send", "house.plan": both})

    assert answer.status_code == 303, text(answer)
    assert sorted(lying()) == [("owner_card", "an.pdf"), ("site_plan", "ro.pdf")]
    old = Attachment.objects.get(paper__file_name="so-do.pdf")
    assert old.replaced_at is not None


def test_the_officer_sees_who_signed_and_that_it_was_completed_afterwards(
    town: Town, desk_of: Desks
) -> None:
    publish_for_two(town)
    wife, husband = person("cd-han", HAN), person("cd-nam", NAM)
    draft_id = filled_in(wife, town)
    code = invited(wife, draft_id)
    confirm_signing(actor=husband, at=SUBMITTED_AT, code=code, seen=content(draft_id))
    dossier = submit_draft(by=by(wife, SUBMITTED_AT), draft_id=draft_id, source="synthetic").code
    counter = desk_of(town.counter)
    before = text(counter.get(f"/desk/{dossier}"))
    item = Item("field:house.floors", "Sai số tầng", "")
    ask_supplement(by=by(town.counter, clock.now()), code=dossier, items=[item],
                   until_on=clock.today() + timedelta(days=9), guide="")  # fmt: skip
    resume(by=by(town.counter, clock.now()), code=dossier, answers={"house": {"floors": 7}})

    after = text(counter.get(f"/desk/{dossier}"))

    assert "Những người cùng ký" in before and "Trần Văn Nam" in before
    assert "họ chưa ký phần bổ sung" in after and "họ chưa ký phần bổ sung" not in before
