# SPDX-License-Identifier: Apache-2.0
"""Working time as one straight line: microseconds worked since the calendar began.

Every moment has one place on the line. A place at the end of a span has two moments (17:00 and
the next 07:00); the line answers with the first. Nothing is rounded on it.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.hours import MICROSECONDS, MINUTE, since_midnight
from motcua.rules.worktime.moments import LAST_YEAR, VN, check_year, in_vietnam

_LAST_ORDINAL: Final = date(LAST_YEAR, 12, 31).toordinal()


def place(moment: datetime, calendar: WorkCalendar) -> int:
    """Return the place of a moment on the line, in microseconds; it never falls as time goes on."""
    local = in_vietnam(moment)
    hours = calendar.hours
    number = calendar.number(local.toordinal()) * hours.worked
    if not calendar.is_working(local.date()):
        return number
    return number - hours.worked + hours.worked_at(since_midnight(local.time()))


def moment_at(at: int, calendar: WorkCalendar) -> datetime:
    """Return the first moment at this place of the line, in UTC+7."""
    hours = calendar.hours
    number = -(-at // hours.worked)
    clock = hours.clock_at(at - (number - 1) * hours.worked)
    return on_day(calendar.ordinal(number), _time(clock))


def clip(moment: datetime, calendar: WorkCalendar) -> datetime:
    """Return a working moment as it is, any other moved to the next opening; in UTC+7."""
    local = in_vietnam(moment)
    if calendar.is_working(local.date()):
        clock = since_midnight(local.time())
        opened = calendar.hours.clip(clock)
        if opened == clock:
            return local
        if opened is not None:
            return on_day(local.toordinal(), _time(opened))
    return on_day(next_working(local.toordinal(), calendar), calendar.hours.spans[0][0])


def next_working(ordinal: int, calendar: WorkCalendar) -> int:
    """Return the ordinal of the first working day after a day."""
    return calendar.ordinal(calendar.number(ordinal) + 1)


def on_day(ordinal: int, clock: time) -> datetime:
    """Return a moment in UTC+7; raise `MomentError` beyond the supported years."""
    if ordinal > _LAST_ORDINAL:
        check_year(LAST_YEAR + 1)
    return datetime.combine(date.fromordinal(ordinal), clock, VN)


def add_working_time(moment: datetime, microseconds: int, calendar: WorkCalendar) -> datetime:
    """Return the moment after so much working time; nothing added only clips the moment."""
    if microseconds < 0:
        raise ValueError("working time runs forward")
    if not microseconds:
        return clip(moment, calendar)
    return moment_at(place(moment, calendar) + microseconds, calendar)


def add_working_minutes(moment: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """Return the moment after so many working minutes, in UTC+7.

    The moment is first clipped into working time. An end of a span counts as working: 480
    minutes after 07:00 it is 17:00 of the same day, not 07:00 of the next.
    """
    return add_working_time(moment, minutes * MINUTE, calendar)


def working_minutes_between(start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Return the whole working minutes from start to end; negative when end is before start."""
    if end < start:
        return -working_minutes_between(end, start, calendar)
    return (place(end, calendar) - place(start, calendar)) // MINUTE


def _time(clock: int) -> time:
    seconds, microsecond = divmod(clock, MICROSECONDS)
    minutes, second = divmod(seconds, 60)
    return time(*divmod(minutes, 60), second, microsecond)
