# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.acts.consult import consult
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperState, Scan
from motcua.domains.vault.models import Paper, Reading, StoredFile
from motcua.kit.access import Role
from motcua.rules.worktime import parse_limit
from tests.builders import by, official
from tests.domains.dossiers.conftest import HANDED_AT, RECEIVED_AT, SUBMITTED_AT, Town
from tests.faces.desk.conftest import Desks, text
from tests.files import PDF


@pytest.fixture
def laid(town: Town, settings: Any, tmp_path: Path) -> tuple[str, UUID]:
    """A dossier with one drawing sent as a file, and the code of that paper."""
    settings.MEDIA_ROOT = tmp_path
    stored = store_file(chunks=[PDF], name="a.pdf", at=SUBMITTED_AT)
    paper = file_paper(
        file=stored, kind="component", title="Bản vẽ", file_name="a.pdf", at=SUBMITTED_AT
    )
    code = town.submitted(papers=(("drawing", paper.pk),), presented=())
    return code, paper.code


@pytest.fixture
def desk(town: Town, desk_of: Desks) -> Client:
    return desk_of(town.counter)


def address(laid: tuple[str, UUID]) -> str:
    return f"/desk/{laid[0]}/papers/{laid[1]}/record"


def send(desk: Client, laid: tuple[str, UUID], action: str, **fields: str) -> Any:
    return desk.post(address(laid), {"key": str(uuid4()), "action": action, **fields})


def test_what_the_machine_read_is_proposed_and_marked(desk: Client, laid: tuple[str, UUID]) -> None:
    fields = [["issuer", "UBND phường Võ Cường"], ["issued_on", "2026-07-02"]]
    Reading.objects.update(state="done", engine="tesseract", text="Bản vẽ", fields=fields)

    page = text(desk.get(address(laid)))

    assert 'value="UBND phường Võ Cường"' in page
    assert 'value="02/07/2026"' in page
    assert page.count("Máy đọc, xin đối chiếu") == 2


def test_a_paper_that_names_another_person_is_pointed_out(
    desk: Client, laid: tuple[str, UUID]
) -> None:
    Paper.objects.update(owner_id_number="027190000019")
    Reading.objects.update(state="done", fields=[["id_number", "027190000027"]])
    assert "khác số của người nộp hồ sơ" in text(desk.get(address(laid)))

    Reading.objects.update(fields=[["id_number", "027190000019"], ["birth_on", "1990-05-12"]])
    page = text(desk.get(address(laid)))

    assert "khác số của người nộp hồ sơ" not in page
    assert "12/05/1990" in page


def test_confirming_files_the_record_and_lets_the_paper_be_used_again(
    desk: Client, laid: tuple[str, UUID]
) -> None:
    answer = send(
        desk, laid, "approve", number_symbol="12/GP-UBND", issued_on="02/07/2026", permanent="on"
    )

    paper = vault.described(laid[1])
    assert answer.status_code == 303
    assert (paper.number_symbol, paper.permanent) == ("12/GP-UBND", True)
    assert paper.state == PaperState.APPROVED
    assert "Cán bộ đã xác nhận" in text(desk.get(f"/desk/{laid[0]}"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"issued_on": "31/02/2026"},
        {"issued_on": "01/01/2999"},
        {"valid_from": "02/07/2026", "valid_until": "01/07/2026"},
        {"valid_until": "01/07/2036", "permanent": "on"},
        {"issuer": "x" * 301},
        {"signer": "\x00"},
        {"signer": "\u202e"},
    ],
)
def test_an_impossible_record_is_refused_and_stays_typed_in(
    desk: Client, laid: tuple[str, UUID], wrong: dict[str, str]
) -> None:
    answer = send(desk, laid, "approve", number_symbol="12/GP", **wrong)

    assert answer.status_code == 422
    assert 'value="12/GP"' in text(answer)
    assert vault.described(laid[1]).state == PaperState.WAITING


def test_a_rejected_copy_needs_a_reason_that_is_shown(desk: Client, laid: tuple[str, UUID]) -> None:
    assert send(desk, laid, "reject", reason="").status_code == 422

    assert send(desk, laid, "reject", reason="Bản chụp mờ").status_code == 303

    assert "Bản chụp mờ" in text(desk.get(address(laid)))
    assert vault.described(laid[1]).state == PaperState.REJECTED


def test_the_page_says_honestly_that_nobody_scanned_the_file(
    desk: Client, laid: tuple[str, UUID]
) -> None:
    assert "Chưa quét mã độc" in text(desk.get(f"/desk/{laid[0]}"))


def test_a_file_that_waits_for_the_scan_cannot_be_opened(
    desk: Client, laid: tuple[str, UUID]
) -> None:
    StoredFile.objects.update(scan=Scan.WAITING)

    answer = desk.get(f"/desk/{laid[0]}/papers/{laid[1]}")

    assert answer.status_code == 409
    assert "đang chờ quét mã độc" in text(answer)
    assert send(desk, laid, "approve").status_code == 409


def test_an_unknown_button_and_a_missing_key_change_nothing(
    desk: Client, laid: tuple[str, UUID]
) -> None:
    assert send(desk, laid, "shred").status_code == 400
    assert desk.post(address(laid), {"action": "approve"}).status_code == 400
    assert send(desk, laid, "replace", newer="x").status_code == 400
    assert vault.described(laid[1]).state == PaperState.WAITING


def test_other_units_and_other_dossiers_do_not_show_it(
    desk: Client, laid: tuple[str, UUID], town: Town, desk_of: Desks
) -> None:
    stranger = desk_of(official("Xa", ("H05.92", Role.SPECIALIST)))
    other = town.submitted()

    assert stranger.get(address(laid)).status_code == 404
    assert desk.get(f"/desk/{other}/papers/{laid[1]}/record").status_code == 404


def test_who_is_only_asked_for_an_opinion_does_not_change_the_record(
    town: Town, laid: tuple[str, UUID], desk_of: Desks
) -> None:
    code = laid[0]
    receive(by=by(town.counter, RECEIVED_AT), code=code)
    town.advance(town.counter, code, "hand_over", HANDED_AT)
    asked = town.other_ids[0]
    consult(
        by=by(town.specialist, HANDED_AT), code=code, unit_ids=[asked], question="Ý kiến?",
        within=parse_limit("5wd"),
    )  # fmt: skip
    colleague = desk_of(official("Ngân", (units.agency(asked).code, Role.LEADER)))

    assert colleague.get(address(laid)).status_code == 200
    for action in ("describe", "approve", "reject", "revoke"):
        refused = send(colleague, laid, action, reason="Sai")
        assert refused.status_code == 403
        assert "Chỉ đơn vị tiếp nhận, giải quyết hoặc trả kết quả" in text(refused)
    assert Paper.objects.get(code=laid[1]).revoked_at is None
