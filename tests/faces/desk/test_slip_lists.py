# SPDX-License-Identifier: Apache-2.0
"""Hand-over lists and common receipts as PDF."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from motcua.domains.dossiers.acts.give_handover import give_handover
from motcua.domains.dossiers.acts.issue_slip import issue_slip
from motcua.domains.dossiers.acts.join_bundle import join_bundle
from motcua.domains.dossiers.acts.settle_handover import settle_handover
from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.models.handover import HandoverKind
from motcua.kit.access import SYSTEM, Role
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks

GIVEN_AT, TAKEN_AT = vn("2026-07-03 11:00"), vn("2026-07-03 13:45")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def handed(town: Town) -> tuple[str, list[str]]:
    """A list of two dossiers, one of them confirmed."""
    codes = [town.appraised(), town.appraised()]
    code = give_handover(
        by=by(town.counter, GIVEN_AT), kind=HandoverKind.PAPERS, from_unit_id=town.centre_id,
        to_unit_id=town.competent_id, codes=codes,
    )  # fmt: skip
    settle_handover(by=by(town.specialist, TAKEN_AT), code=code, confirmed=codes[:1], refused={})
    return code, codes


def read(answer: Any) -> str:
    assert answer.status_code == 200
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_list_says_what_was_given_and_what_was_confirmed(town: Town, desk_of: Desks) -> None:
    code, dossiers = handed(town)

    text = read(desk_of(town.counter).get(f"/desk/handovers/{code}/pdf"))

    assert code in text and all(one in text for one in dossiers)
    assert text.count("Đã nhận 13:45 03/07/2026") == 1
    assert "02 (bộ)" in text


def test_the_list_is_filed_in_the_dossier_under_its_own_code(town: Town) -> None:
    code, dossiers = handed(town)

    issued = issue_slip(by=by(SYSTEM, TAKEN_AT), code=dossiers[0], kind="handover")

    assert issued.number == code


def test_the_control_slip_bears_the_moment_of_confirmation(town: Town) -> None:
    _, dossiers = handed(town)

    issued = issue_slip(by=by(SYSTEM, TAKEN_AT), code=dossiers[0], kind="control-slip")

    rows = Slip.objects.get(pk=issued.id).values["blocks"][2]["rows"]
    assert (rows[1][3], rows[1][4]) == ("10:30 03/07/2026", "13:45 03/07/2026")


def test_one_receipt_stands_for_several_dossiers(town: Town, desk_of: Desks) -> None:
    first, second = town.received(), town.received()
    code = join_bundle(by=by(town.counter, vn("2026-07-03 10:05")), code=second, with_code=first)

    text = read(desk_of(town.counter).get(f"/desk/receipts/{code}/pdf"))

    assert first in text and second in text and "02 (bộ)" in text and code in text


def test_other_units_find_neither(town: Town, desk_of: Desks) -> None:
    code, _ = handed(town)
    first, second = town.received(), town.received()
    together = join_bundle(
        by=by(town.counter, vn("2026-07-03 10:05")), code=second, with_code=first
    )
    stranger = desk_of(official("Lạ", ("H05.92", Role.SPECIALIST)))

    answers = [
        stranger.get(f"/desk/handovers/{code}/pdf"),
        stranger.get(f"/desk/receipts/{together}/pdf"),
        desk_of(town.counter).get("/desk/handovers/BG-H05.1-260703-9999/pdf"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 3
