# SPDX-License-Identifier: Apache-2.0
"""The applicant's address as the prescribed forms print it: whole, in Vietnamese."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.units import queries as units
from tests.builders import by, vn
from tests.domains.dossiers.conftest import ANSWERS, Town, row

HOME = {"province": "24", "commune": "09187", "street": "12 đường Lý Thái Tổ"}
OTHER = {**HOME, "street": "Số 5, đường Mẫu"}
pytestmark = pytest.mark.django_db


def tail() -> str:
    return f"{units.commune('09187').name_vi}, {units.province('24').name_vi}"


def test_the_address_names_commune_and_province_whatever_the_language(town: Town) -> None:
    with translation.override("en"):
        code = town.submitted(answers={**ANSWERS, "applicant_address": HOME})

    assert tail().startswith("Phường Kinh Bắc")
    assert row(code).applicant_address == f"12 đường Lý Thái Tổ, {tail()}"


def test_without_an_address_nothing_is_made_up(town: Town) -> None:
    assert row(town.submitted()).applicant_address == ""


def test_a_supplement_that_corrects_the_address_corrects_it_on_the_forms(town: Town) -> None:
    code = town.appraised()
    items = [Item("field:applicant_address", "Chưa đúng", "")]
    asked = by(town.specialist, vn("2026-07-06 08:00"))
    ask_supplement(by=asked, code=code, items=items, until_on=date(2026, 7, 20))

    given = by(town.citizen, vn("2026-07-08 14:00"))
    resume(by=given, code=code, answers={"applicant_address": OTHER})

    assert row(code).applicant_address == f"Số 5, đường Mẫu, {tail()}"
