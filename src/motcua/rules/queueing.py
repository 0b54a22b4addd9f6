# SPDX-License-Identifier: Apache-2.0
"""Times that can be booked at a counter, and how long a waiting person still has to wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from motcua.rules.worktime import VN, WorkCalendar

SLOT: Final = timedelta(minutes=30)
DAYS_AHEAD: Final = 10
FEWEST_SERVED: Final = 5


def slots_of(calendar: WorkCalendar, day: date) -> tuple[datetime, ...]:
    """Return the times of a day, half an hour each and wholly within office hours (+07:00)."""
    if not calendar.is_working(day):
        return ()
    found = []
    for opens, closes in calendar.hours.spans:
        moment = datetime.combine(day, opens, VN)
        while moment + SLOT <= datetime.combine(day, closes, VN):
            found.append(moment)
            moment += SLOT
    return tuple(found)


def slots_open(calendar: WorkCalendar, *, at: datetime) -> tuple[datetime, ...]:
    """Return the times that can still be booked: later than now, on today and the next ten days."""
    today = at.astimezone(VN).date()
    days = (today + timedelta(days=n) for n in range(DAYS_AHEAD + 1))
    return tuple(slot for day in days for slot in slots_of(calendar, day) if slot > at)


def minutes_to_wait(*, ahead: int, windows: int, served_minutes: Sequence[float]) -> int | None:
    """Return the likely wait in whole minutes, rounded up; None while too few were served today.

    `ahead` people wait before, `windows` are open, `served_minutes` is how long each of the last
    people took at a window.
    """
    if len(served_minutes) < FEWEST_SERVED or windows < 1:
        return None
    return -int(-(ahead * median(served_minutes) / windows) // 1)
