# SPDX-License-Identifier: Apache-2.0
"""Times that can be booked, and the likely wait."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.queueing import SLOT, minutes_to_wait, slots_of, slots_open
from motcua.rules.worktime import VN, WorkCalendar

PLAIN = WorkCalendar()
MONDAY = date(2026, 7, 6)


def test_a_day_has_half_hours_within_office_hours() -> None:
    slots = slots_of(PLAIN, MONDAY)

    assert [f"{slot:%H:%M}" for slot in slots] == [
        "07:00", "07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00",
        "13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30",
    ]  # fmt: skip


@pytest.mark.parametrize("day", [date(2026, 7, 4), date(2026, 7, 5)])
def test_days_off_have_none(day: date) -> None:
    assert slots_of(PLAIN, day) == ()


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))  # noqa: DTZ001
def test_every_open_time_lies_ahead_in_working_time(naive: datetime) -> None:
    at = naive.replace(tzinfo=VN)

    for slot in slots_open(PLAIN, at=at):
        assert slot > at
        assert PLAIN.is_working(slot.date())
        assert any(o <= slot.time() and (slot + SLOT).time() <= c for o, c in PLAIN.hours.spans)


@pytest.mark.parametrize(
    ("ahead", "windows", "served", "minutes"),
    [
        (3, 1, [4, 4, 4, 4, 4], 12),
        (3, 2, [4, 4, 4, 4, 4], 6),
        (1, 2, [5, 5, 5, 5, 5], 3),
        (0, 2, [5, 5, 5, 5, 5], 0),
        (3, 1, [4, 4, 4, 4], None),
        (3, 0, [4, 4, 4, 4, 4], None),
    ],
)
def test_the_wait_follows_the_last_people_served(
    ahead: int, windows: int, served: list[float], minutes: int | None
) -> None:
    assert minutes_to_wait(ahead=ahead, windows=windows, served_minutes=served) == minutes
