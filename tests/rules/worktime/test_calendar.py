# SPDX-License-Identifier: Apache-2.0
"""The calendar and the office hours as values, and out of their tables."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from motcua.rules.worktime import (
    DEFAULT_HOURS,
    CalendarError,
    HoursError,
    OfficeHours,
    WorkCalendar,
    office_hours,
    work_calendar,
)

SATURDAY, SUNDAY, MONDAY = date(2026, 8, 22), date(2026, 8, 23), date(2026, 8, 24)
ALWAYS = {"valid_from": date(2000, 1, 1), "valid_to": None, "spans": [["07:00", "11:00"]]}


def table(*days: dict[str, Any]) -> dict[str, Any]:
    return {"known_until": date(2026, 12, 31), "days": list(days)}


def test_the_plain_week_holds_where_no_table_reaches() -> None:
    calendar = WorkCalendar()

    assert not calendar.is_working(SATURDAY)
    assert not calendar.is_working(SUNDAY)
    assert calendar.is_working(MONDAY)
    assert not calendar.is_known(MONDAY)


def test_a_worked_day_wins_over_a_day_off() -> None:
    calendar = WorkCalendar(off=frozenset({MONDAY, SATURDAY}), worked=frozenset({SATURDAY}))

    assert calendar.is_working(SATURDAY)
    assert not calendar.is_working(MONDAY)


def test_calendars_of_the_same_days_are_equal_and_hash_alike() -> None:
    first = WorkCalendar(off=frozenset({MONDAY}))
    second = WorkCalendar(off=frozenset({MONDAY}))

    assert first == second
    assert hash(first) == hash(second)


def test_the_default_day_has_eight_hours() -> None:
    assert DEFAULT_HOURS.minutes == 480
    assert DEFAULT_HOURS.closing == time(17, 0)


@pytest.mark.parametrize(
    ("spans", "sentence"),
    [
        ([], "at least one span"),
        ([("11:00", "07:00")], "out of order"),
        ([("07:00", "07:00")], "out of order"),
        ([("07:00", "11:30"), ("11:30", "17:00")], "out of order"),
        ([("13:30", "17:00"), ("07:00", "11:30")], "out of order"),
        ([("07:00:30", "11:30")], "not a whole minute"),
        ([("07:00+07:00", "11:30")], "not a whole minute"),
        ([("7 o'clock", "11:30")], "not a whole minute"),
        ([("25:00", "26:00")], "not a whole minute"),
    ],
)
def test_impossible_office_hours_are_refused(spans: list[tuple[str, str]], sentence: str) -> None:
    with pytest.raises(HoursError, match=sentence):
        office_hours(spans)


def test_tables_become_a_calendar() -> None:
    days = table({"on": SATURDAY, "kind": "swap_work"}, {"on": MONDAY, "kind": "holiday"})

    calendar = work_calendar(days, [ALWAYS], on=MONDAY)

    assert calendar.worked == {SATURDAY}
    assert calendar.off == {MONDAY}
    assert calendar.known_until == date(2026, 12, 31)
    assert calendar.hours == OfficeHours(((time(7, 0), time(11, 0)),))


def test_hours_hold_until_the_day_before_their_end() -> None:
    summer = {**ALWAYS, "valid_to": MONDAY}
    winter = {**ALWAYS, "valid_from": MONDAY, "spans": [["08:00", "12:00"]]}

    before = work_calendar(table(), [summer, winter], on=SUNDAY)
    after = work_calendar(table(), [summer, winter], on=MONDAY)

    assert before.hours.spans[0][0] == time(7, 0)
    assert after.hours.spans[0][0] == time(8, 0)


@pytest.mark.parametrize(
    ("days", "hours", "sentence"),
    [
        (
            table({"on": MONDAY, "kind": "holiday"}, {"on": MONDAY, "kind": "observed"}),
            [ALWAYS],
            "stands twice",
        ),
        (table({"on": MONDAY, "kind": "party"}), [ALWAYS], "cannot be read"),
        (table({"kind": "holiday"}), [ALWAYS], "cannot be read"),
        ({}, [ALWAYS], "cannot be read"),
        (table(), [], "No office hours are known for 2026-08-24"),
        (table(), [{"spans": []}], "cannot be read"),
    ],
)
def test_tables_that_cannot_be_read_are_refused(
    days: dict[str, Any], hours: list[dict[str, Any]], sentence: str
) -> None:
    with pytest.raises(CalendarError, match=sentence):
        work_calendar(days, hours, on=MONDAY)
