# SPDX-License-Identifier: Apache-2.0
"""Times of day and single years."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("14:30", "14:30"),
        ("7:05", "07:05"),
        ("7h05", "07:05"),
        ("7 giờ 05", "07:05"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
        ("24:00", "time"),
        ("14:60", "time"),
        ("14", "time"),
        ("2:30 pm", "time"),
        (1430, "wrong_shape"),
    ],
)
def test_a_time_has_hours_and_minutes(raw: object, kept: str) -> None:
    assert keeps("time", raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("1985", 1985),
        (1985, 1985),
        ("2026", 2026),
        ("2027", "year_range"),
        ("1899", "year_range"),
        ("0000", "year_range"),
        ("85", "year"),
        ("19850", "year"),
        (10**4000, "wrong_shape"),
        (True, "wrong_shape"),
        (1985.0, "wrong_shape"),
    ],
)
def test_a_year_has_come(raw: object, kept: object) -> None:
    assert keeps("year", raw) == kept


def test_a_year_may_be_allowed_to_lie_ahead() -> None:
    assert keeps("year", "2030", max=2030) == 2030
    assert keeps("year", "2031", max=2030) == "year_range"
    assert keeps("year", "1999", min=2000) == "year_range"
