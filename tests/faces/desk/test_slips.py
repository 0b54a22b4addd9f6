# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.queries import applicant
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.faces.desk.slips import spaced
from motcua.kit.access import SYSTEM, Role
from motcua.kit.models import DataUse
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import WALKS
from tests.faces.desk.conftest import Desks, post, text

AT = vn("2026-07-08 10:00")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def issued(town: Town, kind: SlipKind = SlipKind.RECEIPT) -> tuple[str, int]:
    code = WALKS[kind](town)
    return code, issue_slip(by=by(SYSTEM, AT), code=code, kind=kind).id


def test_the_dossier_lists_its_forms_with_sheet_and_pdf(town: Town, desk_of: Desks) -> None:
    code, slip = issued(town)

    page = text(desk_of(town.specialist).get(f"/desk/{code}"))

    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in page and "01/TNHS" in page
    assert f'href="/desk/{code}/slips/{slip}"' in page
    assert f'href="/desk/{code}/slips/{slip}/sheet"' in page


def test_readers_of_english_are_told_which_form_is_which(town: Town, desk_of: Desks) -> None:
    code, _ = issued(town)
    desk = desk_of(town.specialist)
    desk.cookies["language"] = "en"

    page = text(desk.get(f"/desk/{code}"))

    assert "Receipt and appointment slip</a>" in page and "Control slip</option>" in page
    assert "Giấy tiếp nhận hồ sơ" not in page


@pytest.mark.parametrize("kind", list(WALKS))
def test_the_sheet_says_what_the_pdf_says(town: Town, desk_of: Desks, kind: SlipKind) -> None:
    code, slip = issued(town, kind)
    desk = desk_of(town.specialist)

    page = text(desk.get(f"/desk/{code}/slips/{slip}/sheet"))
    pdf = pypdf.PdfReader(io.BytesIO(desk.get(f"/desk/{code}/slips/{slip}").content))
    printed = "".join(pdf.pages[0].extract_text().split())

    values = Slip.objects.get(pk=slip).values
    for block in values["blocks"]:
        for label, value, _ in block.get("rows", []) if block["is"] == "facts" else []:
            assert label in page and "".join(f"{label}:".split()) in printed
            assert "".join(value.split()) in printed
    assert values["number"] in page and values["place_and_date"] in page


def test_only_the_receiving_counter_gets_the_secret(town: Town, desk_of: Desks) -> None:
    code, slip = issued(town)
    secret = spaced(applicant.secret_of(code))

    seen = {
        actor.name: (
            secret in text(desk.get(f"/desk/{code}/slips/{slip}/sheet")),
            secret in read(desk.get(f"/desk/{code}/slips/{slip}").content),
        )
        for actor in (town.counter, town.specialist)
        if (desk := desk_of(actor))
    }

    assert seen == {town.counter.name: (True, True), town.specialist.name: (False, False)}


def test_strangers_and_forms_of_other_dossiers_are_not_found(town: Town, desk_of: Desks) -> None:
    code, slip = issued(town)
    other = town.received()
    stranger = official("Lạ", ("H05.92", Role.SPECIALIST))

    answers = [
        desk_of(stranger).get(f"/desk/{code}/slips/{slip}"),
        desk_of(stranger).get(f"/desk/{code}/slips/{slip}/sheet"),
        desk_of(town.counter).get(f"/desk/{other}/slips/{slip}"),
        desk_of(town.counter).get(f"/desk/{other}/slips/{slip}/sheet"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_every_look_at_a_form_is_written_down(town: Town, desk_of: Desks) -> None:
    code, slip = issued(town)

    desk_of(town.counter).get(f"/desk/{code}/slips/{slip}")

    assert DataUse.objects.get(page="desk/slip").subjects == [code]


def test_a_control_slip_is_issued_by_hand(town: Town, desk_of: Desks) -> None:
    code = town.appraised()

    answer = post(desk_of(town.specialist), code, "issue_slip", kind="control-slip")

    assert answer.status_code == 303
    assert Slip.objects.get().number == "01/KSHS"


@pytest.mark.parametrize(("kind", "status"), [("x", 422), ("", 422), ("refusal", 409)])
def test_a_form_that_cannot_be_issued_is_refused_with_a_sentence(
    town: Town, desk_of: Desks, kind: str, status: int
) -> None:
    code = town.received()

    answer = post(desk_of(town.counter), code, "issue_slip", kind=kind)

    assert answer.status_code == status
    assert Slip.objects.count() == 0


def test_the_receipt_shows_before_it_is_numbered(town: Town, desk_of: Desks) -> None:
    code = town.received()

    page = text(desk_of(town.counter).get(f"/desk/{code}/receipt"))

    assert "Thời gian trả kết quả" in page and "01/TNHS" not in page


def test_the_receipt_leads_to_the_issued_one(town: Town, desk_of: Desks) -> None:
    code, slip = issued(town)

    answer = desk_of(town.counter).get(f"/desk/{code}/receipt")

    assert (answer.status_code, answer["Location"]) == (303, f"/desk/{code}/slips/{slip}/sheet")


def read(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
