# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime, time

import pytest

from motcua.rules import opening
from motcua.rules.opening import OpeningError, WeekHours
from motcua.rules.worktime import WorkCalendar
from tests.builders import vn

HOLIDAY = date(2026, 11, 24)
CALENDAR = WorkCalendar(off=frozenset({HOLIDAY}))
MORNING, EVENING = (time(7, 30), time(11, 30)), (time(18), time(20, 30))
HOURS = WeekHours({2: (MORNING, EVENING), 6: (EVENING,)})


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-17 07:29", None),
        ("2026-11-17 07:30", "2026-11-17 11:30"),
        ("2026-11-17 11:30", None),
        ("2026-11-17 19:00", "2026-11-17 20:30"),
        ("2026-11-21 18:30", "2026-11-21 20:30"),
        ("2026-11-22 18:30", None),
        ("2026-11-24 08:00", None),
    ],
)
def test_a_point_is_open_in_its_hours_and_closed_on_holidays(at: str, until: str | None) -> None:
    found = opening.open_until(HOURS, vn(at), CALENDAR)

    assert found == (vn(until) if until else None)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-17 06:00", "2026-11-17 07:30"),
        ("2026-11-17 12:00", "2026-11-17 18:00"),
        ("2026-11-21 19:00", "2026-11-28 18:00"),  # the Tuesday between is a holiday
    ],
)
def test_the_next_opening_passes_over_holidays(at: str, opens: str) -> None:
    assert opening.next_opening(HOURS, vn(at), CALENDAR) == vn(opens)


def test_a_point_without_hours_never_opens() -> None:
    assert opening.next_opening(WeekHours({}), vn("2026-11-17 06:00"), CALENDAR) is None


def test_a_moment_of_another_zone_is_read_in_vietnams_time() -> None:
    at = datetime.fromisoformat("2026-11-17T01:00:00+00:00")

    assert opening.open_until(HOURS, at, CALENDAR) == vn("2026-11-17 11:30")


@pytest.mark.parametrize("text", ["", "  ", "07:30-11:30", "7h30 – 11h30; 18:00-20:30"])
def test_hours_are_read_back_as_they_are_written(text: str) -> None:
    spans = opening.parse_spans(text)

    assert opening.parse_spans(opening.write_spans(spans)) == spans


@pytest.mark.parametrize(
    "text",
    [
        "sáng", "07:30", "25:00-26:00", "11:30-07:30", "07:00-11:00, 10:00-12:00",
        "07:00-08:00,08:00-09:00", "1:00-2:00," * 5, "<b>07:30-11:30</b>", "x" * 10_000,
    ],
)  # fmt: skip
def test_what_is_no_opening_hours_is_refused(text: str) -> None:
    with pytest.raises(OpeningError):
        opening.parse_spans(text)
