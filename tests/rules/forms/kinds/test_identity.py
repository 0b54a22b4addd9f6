# SPDX-License-Identifier: Apache-2.0
"""Personal numbers, old cards, passports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from motcua.rules.forms.kinds.identity import birth_year
from motcua.rules.forms.tables.birth_provinces import BIRTH_PROVINCES
from tests.rules.forms.builders import a_field, a_form, check, codes, keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("024090123456", "024090123456"),
        ("024 090 123 456", "024090123456"),
        ("027.226.123.456", "027226123456"),
        ("001399000001", "personal_id_year"),
        ("024227123456", "personal_id_year"),
        ("024990123456", "personal_id_year"),
        ("003090123456", "personal_id_province"),
        ("000090123456", "personal_id_province"),
        ("101090123456", "101090123456"),
        ("024090000000", "personal_id_serial"),
        ("02409012345", "personal_id_digits"),
        ("0240901234567", "personal_id_digits"),
        ("02409012345a", "personal_id_digits"),
        ("０２４０９０１２３４５６", "personal_id_digits"),
        ("121234567", "personal_id_digits"),
        (24090123456, "wrong_shape"),
    ],
)
def test_a_personal_number_has_its_structure(raw: object, kept: str) -> None:
    assert keeps("personal_id", raw) == kept


@pytest.mark.parametrize(
    ("number", "year"), [("024090123456", 1990), ("024300123456", 2000), ("024515123456", 2115)]
)
def test_the_century_stands_in_the_fourth_digit(number: str, year: int) -> None:
    assert birth_year(number) == year


@pytest.mark.parametrize(
    ("born", "faults"),
    [
        ("31/12/1990", {}),
        ("1/1/1991", {"id": "personal_id_birth"}),
        ("", {}),
        ("31/2/1990", {"born": "date"}),
    ],
)
def test_the_number_agrees_with_the_date_of_birth(born: str, faults: dict[str, str]) -> None:
    form = a_form(a_field("id", "personal_id", born="born"), a_field("born", "past_date"))

    checked = check(form, {"id": "024090123456", "born": born})

    assert codes(checked) == faults


def test_the_number_agrees_with_a_year_alone() -> None:
    form = a_form(a_field("id", "personal_id", born="born"), a_field("born", "year"))

    (fault,) = check(form, {"id": "024090123456", "born": "1989"}).faults

    assert fault.say(language="en").startswith("The number stands for the birth year 1990, not")
    assert "“born (vi)”" in fault.say(language="vi")


def test_the_codes_of_birth_are_those_of_the_sixty_three_provinces() -> None:
    rows = (Path(__file__).parent / "cccd_province_codes.csv").read_text("utf-8").splitlines()

    assert {row["cccd_code"] for row in csv.DictReader(rows)} == BIRTH_PROVINCES


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("121 234 567", "121234567"), ("12123456", "old_id"), ("024090123456", "old_id")],
)
def test_an_old_card_has_nine_digits(raw: str, kept: str) -> None:
    assert keeps("old_id", raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("c 1234567", "C1234567"),
        ("K0123456", "K0123456"),
        ("C12", "passport"),
        ("Đ1234567", "passport"),
    ],
)
def test_a_passport_has_capitals_and_digits(raw: str, kept: str) -> None:
    assert keeps("passport", raw) == kept
