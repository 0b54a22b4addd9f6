# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.models import Attachment, Dossier
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import Filing, file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.kit import clock
from motcua.kit.models import DataUse
from tests.builders import by, vn
from tests.domains.dossiers.conftest import ANSWERS, Town, row
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.test_reception import ADDRESS, filled
from tests.files import PDF

OWNER = "027190000019"
ORIGIN = "H05.1.1-260601-0001"


@pytest.fixture
def kept(town: Town, settings: Any, tmp_path: Path) -> UUID:
    """A confirmed land certificate of the person who will stand at the counter."""
    settings.MEDIA_ROOT = tmp_path
    at = clock.now() - timedelta(days=40)
    paper = file_paper(
        file=store_file(chunks=[PDF], name="so-do.pdf", at=at),
        kind="component", title="Giấy chứng nhận quyền sử dụng đất", file_name="so-do.pdf", at=at,
        owner_id_number=OWNER, origin_dossier=ORIGIN,
        filing=Filing(type_code="land_certificate", state=PaperState.APPROVED),
    )  # fmt: skip
    return paper.code


@pytest.fixture
def desk(town: Town, desk_of: Desks) -> Client:
    return desk_of(town.counter)


def press(desk: Client, town: Town, action: str, **fields: Any) -> Any:
    sent = filled(town, applicant_personal_id=OWNER, action=action, **fields)
    return desk.post(ADDRESS, sent)


def test_the_officer_takes_a_paper_of_the_vault_and_later_sees_where_it_came_from(
    desk: Client, town: Town, kept: UUID
) -> None:
    shown = press(desk, town, "vault")
    (value,) = re.findall(r'value="(reuse:[^"]+)"', text(shown))
    used = press(desk, town, value)
    (word,) = re.findall(r'name="kept" value="([^"]+)"', text(used))

    answer = press(desk, town, "submit", kept=word)

    assert answer.status_code == 303
    dossier = Dossier.objects.get()
    assert Attachment.objects.get(dossier=dossier).component_code == "land"
    assert vault.described(kept).reused == 1
    assert "tái sử dụng từ kho dữ liệu, ngày" in text(desk.get(f"/desk/{dossier.code}"))
    assert ORIGIN in text(desk.get(f"/desk/{dossier.code}"))


def test_the_look_into_the_vault_is_logged_without_the_number(
    desk: Client, town: Town, kept: UUID
) -> None:
    press(desk, town, "vault")

    (line,) = DataUse.objects.filter(page="desk/vault")
    assert (line.purpose, line.subjects) == ("reception", [ORIGIN])


def test_a_paper_that_no_longer_holds_is_refused_by_name(
    desk: Client, town: Town, kept: UUID
) -> None:
    Paper.objects.update(revoked_at=clock.now())

    answer = press(desk, town, f"reuse:land/{kept}")

    assert answer.status_code == 409
    assert "không dùng được nữa" in text(answer)


@pytest.mark.parametrize(
    "action", ["reuse:", "reuse:land/x", "reuse:no/00000000-0000-4000-8000-000000000000"]
)
def test_a_broken_choice_is_refused(desk: Client, town: Town, action: str) -> None:
    assert press(desk, town, action).status_code == 400


def test_without_an_id_nothing_is_offered(desk: Client, town: Town, kept: UUID) -> None:
    page = text(desk.post(ADDRESS, filled(town, action="vault")))

    assert "reuse:" not in page
    assert "Tìm giấy tờ cơ quan nhà nước đã có" in page


def test_what_was_asked_again_is_taken_from_the_vault_too(
    desk: Client, town: Town, kept: UUID
) -> None:
    answers = {**ANSWERS, "applicant_personal_id": OWNER}
    code = town.submitted(answers=answers)
    receive(by=by(town.counter, vn("2026-07-03 10:00")), code=code)
    town.advance(town.counter, code, "hand_over", vn("2026-07-03 11:00"))
    ask_supplement(
        by=by(town.specialist, vn("2026-07-03 15:00")), code=code,
        items=[Item("paper:land", "Bản nộp không đọc được", "Nghị định 66")],
        until_on=clock.today() + timedelta(days=9), guide="",
    )  # fmt: skip
    address = f"/desk/{code}/resume"
    sent = {"key": str(uuid4()), "seen": str(row(code).chain_seq)}

    (value,) = re.findall(r'value="(reuse:[^"]+)"', text(desk.get(address)))
    used = text(desk.post(address, {**sent, "action": value}))
    (word,) = re.findall(r'name="kept" value="([^"]+)"', used)
    answer = desk.post(address, {**sent, "action": "send", "kept": word})

    assert "reuse:" not in used
    assert answer.status_code == 303
    laid = Attachment.objects.get(component_code="land", replaced_at=None)
    assert laid.paper.code == kept
    assert vault.described(kept).reused == 1
