# SPDX-License-Identifier: Apache-2.0
"""Codes of dossiers and numbers of receipts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kit.datafiles import read_csv
from motcua.rules.numbering import (
    DOSSIER_CODE,
    DossierCode,
    NumberError,
    dossier_code,
    parse_dossier_code,
    receipt_number,
)

REAL = {
    "H15.50.05.13-261008-0975": DossierCode("H15.50.05.13", date(2026, 10, 8), "0975"),
    "000.00.00.H05-260818-0001": DossierCode("000.00.00.H05", date(2026, 8, 18), "0001"),
    "G09.20-20260609-0092637": DossierCode("G09.20", date(2026, 6, 9), "0092637"),
    "H05.101.00-260125-120001": DossierCode("H05.101.00", date(2026, 1, 25), "120001"),
}
MALFORMED = (
    *("", "H05", "H05.43-260703-001", "H05.43-260703-00000001", "H05.43-26073-0001"),
    *("05.43-260703-0001", "HH5.43-260703-0001", "H05.4-260703-0001", "H05.43_260703_0001"),
    *("H05.1.2.3.4.5-260703-0001", "H05.43-260703-٠٠٠١", "H05.43-260703-0001;drop", "H" * 9999),
)


@pytest.mark.parametrize(("text", "parts"), REAL.items())
def test_the_real_shapes_are_read(text: str, parts: DossierCode) -> None:
    assert parse_dossier_code(text) == parts


def test_a_code_is_made_of_agency_day_and_number() -> None:
    assert dossier_code("H05.43", date(2026, 7, 3), 1) == "H05.43-260703-0001"
    assert dossier_code("H05", date(2026, 7, 3), 9999) == "H05-260703-9999"


def test_the_ten_thousandth_dossier_of_a_day_has_five_digits() -> None:
    assert dossier_code("H05.43", date(2026, 7, 3), 10_000) == "H05.43-260703-10000"


@given(
    st.sampled_from(["H05", "H05.43", "H05.101.00", "000.00.00.H05"]),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 9_999_999),
)
def test_a_code_is_taken_apart_as_it_was_made(agency: str, on: date, number: int) -> None:
    code = dossier_code(agency, on, number)

    assert parse_dossier_code(code) == DossierCode(agency, on, f"{number:04d}")
    assert str(parse_dossier_code(code)) == code


def test_small_letters_and_blanks_around_a_typed_code_are_forgiven() -> None:
    assert str(parse_dossier_code(" h05.43-260703-0001\n")) == "H05.43-260703-0001"


@pytest.mark.parametrize("text", MALFORMED)
def test_another_shape_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="not a dossier code"):
        parse_dossier_code(text)


@pytest.mark.parametrize("text", ["H05.43-260230-0001", "G09.20-20261301-0092637"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="does not exist"):
        parse_dossier_code(text)


@pytest.mark.parametrize(
    ("agency", "number"),
    [("H05.43", 0), ("H05.43", -1), ("H05.43", 10_000_000), ("h05", 1), ("H05-1", 1), ("", 1)],
)
def test_no_code_is_made_that_could_not_be_read(agency: str, number: int) -> None:
    with pytest.raises(NumberError, match="No dossier code"):
        dossier_code(agency, date(2026, 7, 3), number)


def test_every_agency_of_the_province_can_number_its_dossiers() -> None:
    agencies = [row["code"] for row in read_csv("units/agencies.csv")]

    codes = [dossier_code(agency, date(2026, 7, 3), 1) for agency in agencies]

    assert agencies
    assert all(DOSSIER_CODE.fullmatch(code) for code in codes)


def test_receipts_are_numbered_by_agency_and_year() -> None:
    assert receipt_number("H05.43", 2026, 1) == "H05.43-2026-0000001"


def test_there_is_no_receipt_zero() -> None:
    with pytest.raises(NumberError, match="numbered from 1"):
        receipt_number("H05.43", 2026, 0)
