# SPDX-License-Identifier: Apache-2.0
"""Dates, moments, numbers and money as Vietnamese readers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from motcua.faces.design import formats


def test_a_day_is_written_day_first_with_four_digits_of_year() -> None:
    assert formats.date_vn(date(987, 3, 9)) == "09/03/0987"


def test_a_moment_late_in_london_is_the_next_day_in_bac_ninh() -> None:
    moment = datetime(2026, 7, 2, 17, 30, tzinfo=UTC)

    assert formats.date_vn(moment) == "03/07/2026"
    assert formats.moment_vn(moment) == "00:30\u00a003/07/2026"


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_written_for_nothing(nothing: str | None) -> None:
    written = formats.date_vn(nothing) + formats.moment_vn(nothing) + formats.iso(nothing)

    assert written == ""


def test_text_in_iso_form_is_read() -> None:
    assert formats.date_vn("2026-07-03") == "03/07/2026"
    assert formats.moment_vn("2026-07-03T02:00:00+00:00") == "09:00\u00a003/07/2026"


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [
        (1234567, None, "1.234.567"),
        (1234567.89, None, "1.234.567,89"),
        (0.5, 2, "0,50"),
        (-1200, None, "-1.200"),
        (0, None, "0"),
        (None, None, ""),
    ],
)
def test_thousands_are_parted_by_points_and_decimals_by_a_comma(
    number: float | None, decimals: int | None, written: str
) -> None:
    assert formats.number_vn(number, decimals) == written


def test_money_is_whole_dong_that_does_not_break_from_its_sign() -> None:
    assert formats.money_vn(180000) == "180.000\u00a0đ"
    assert formats.money_vn(0) == "0\u00a0đ"
    assert formats.money_vn(None) == ""


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (1, "1\u00a0kB"),
        (834_000, "814\u00a0kB"),
        (10 * 1024 * 1024, "10\u00a0MB"),
        (1536 * 1024, "1,5\u00a0MB"),
    ],
)
def test_sizes_are_short(size: int, written: str) -> None:
    assert formats.size_vn(size) == written
