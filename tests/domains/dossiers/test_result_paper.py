# SPDX-License-Identifier: Apache-2.0
"""The result of a dossier: agencies under their names of that day, answers as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers import result_paper
from motcua.domains.units import queries as units
from motcua.kit import typeset
from tests.builders import vn
from tests.domains.dossiers.conftest import Town, row

BEFORE, AFTER = vn("2026-07-08 10:00"), vn("2026-09-01 10:00")
pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """What is handed to the typesetter."""
    values: list[Mapping[str, Any]] = []

    def keep(_: Path, given: Mapping[str, Any]) -> bytes:
        values.append(given)
        return b""

    monkeypatch.setattr(typeset, "pdf", keep)
    return values


def test_a_department_stands_under_the_committee_of_that_day(
    town: Town, printed: list[Mapping[str, Any]]
) -> None:
    dossier = row(town.decided())
    dossier.competent_unit_id = town.other_ids[0]

    for at in (BEFORE, AFTER):
        result_paper.render(dossier, at)

    assert units.agency(town.other_ids[0]).kind == "department"
    assert [one["superior"] for one in printed] == [
        "Ủy ban nhân dân tỉnh Bắc Ninh", "Ủy ban nhân dân thành phố Bắc Ninh",
    ]  # fmt: skip


def test_a_peoples_committee_stands_under_none(
    town: Town, printed: list[Mapping[str, Any]]
) -> None:
    result_paper.render(row(town.decided()), AFTER)

    assert printed[0]["superior"] == ""


def test_days_and_addresses_are_written_as_people_write_them(
    town: Town, printed: list[Mapping[str, Any]]
) -> None:
    dossier = row(town.decided())
    home = {"province": "24", "commune": "09187", "street": "12 đường Lý Thái Tổ"}
    dossier.answers |= {"applicant_birth_on": "1992-04-05", "applicant_address": home}

    result_paper.render(dossier, AFTER)

    rows = dict(printed[0]["rows"])
    assert rows["Ngày sinh"] == "05/04/1992"
    assert rows["Nơi cư trú"].startswith("12 đường Lý Thái Tổ, Phường Kinh Bắc, ")


def test_the_paper_is_set_without_a_superior(town: Town) -> None:
    assert result_paper.render(row(town.decided()), AFTER).startswith(b"%PDF-")
