# SPDX-License-Identifier: Apache-2.0
"""Limits as text: one way to write each, one sentence for what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.worktime import (
    Limit,
    LimitError,
    LimitUnit,
    WorkCalendar,
    limit_minutes,
    parse_limit,
)

MALFORMED = (
    *("", "5", "wd", "5x", "5 wd", " 5wd", "5wd\n", "5WD", "1.5wd", "+5wd", "05wd", "1e3wd"),
    *("٥wd", "5wd5wd", "sameday", "Same-Day", "1same-day", "\ud800wd", "wd" * 100_000),
)


@given(st.integers(1, 9999), st.sampled_from(["wd", "wh", "d", "m"]))
def test_a_limit_is_written_as_it_is_read(amount: int, unit: str) -> None:
    limit = parse_limit(f"{amount}{unit}")

    assert limit == Limit(amount, LimitUnit(unit))
    assert str(limit) == f"{amount}{unit}"


def test_same_day_is_written_as_it_is_read() -> None:
    assert str(parse_limit("same-day")) == "same-day"


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_limit_is_refused_in_one_short_line(text: str) -> None:
    with pytest.raises(LimitError, match="is not a time limit: write 5wd") as refused:
        parse_limit(text)

    assert str(refused.value).isascii()
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "text", ["0wd", "-1wd", "-5d", "-0wh", "10000wd", "99999999wd", "9" * 5000 + "m"]
)
def test_an_amount_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(LimitError, match="at least 1 and at most 9999"):
        parse_limit(text)


@pytest.mark.parametrize(
    ("limit", "minutes"),
    [("5wd", 2400), ("4wh", 240), ("same-day", 480), ("7d", 2400), ("10d", 3428), ("1m", 10285)],
)
def test_a_limit_is_worth_working_minutes(limit: str, minutes: int) -> None:
    assert limit_minutes(parse_limit(limit), WorkCalendar()) == minutes
