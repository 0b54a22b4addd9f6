# SPDX-License-Identifier: Apache-2.0
"""When a dossier is due: receipt clipped into working time, the limit counted, pauses added."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Final

from motcua.rules.words import N_
from motcua.rules.worktime.axis import (
    add_working_minutes,
    add_working_time,
    clip,
    moment_at,
    next_working,
    on_day,
    place,
)
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.limits import Limit, LimitUnit
from motcua.rules.worktime.moments import check_year
from motcua.rules.worktime.pauses import Pause, PauseError, paused_time

SAME_DAY_UNTIL: Final = time(15, 0)
"""A same-day dossier received up to this second is due today. Source: 2.000815, "sau 15 giờ"."""

_HOUR: Final = 60


def due(
    *,
    received_at: datetime,
    limit: Limit,
    calendar: WorkCalendar,
    pauses: Collection[Pause] = (),
) -> datetime:
    """Return the moment a dossier is due, in UTC+7; always a working moment.

    Receipt outside working time counts from the next opening. Working days and hours are counted
    in working time; calendar days and months on the calendar, keeping the time of day, and an end
    on a day off moves to the next working day. A month ends on the same day of the month, or on
    its last. Pauses then shift the moment by exactly their working time, whatever the unit, also
    when it had already passed.

    A later receipt is never due earlier. For calendar days and months this holds of the due day
    only: ends that move from several days off to one working day each keep their time of day.

    Raises `MomentError` beyond the supported years, `PauseError` for a pause before receipt.
    Source: Civil Code 2015, article 148; law.md 2.6.
    """
    if any(pause.began_at < received_at for pause in pauses):
        raise PauseError(N_("A pause cannot start before the dossier was received."))
    first = _COUNTERS[limit.unit](clip(received_at, calendar), limit.amount, calendar)
    return _shifted(first, pauses, received_at, calendar)


def extended_due(
    *,
    extended_at: datetime,
    extended_to: datetime,
    calendar: WorkCalendar,
    pauses: Collection[Pause] = (),
) -> datetime:
    """Return the due moment after an extension granted at one moment to another, in UTC+7.

    The new date already knows of earlier pauses: only paused time after the grant shifts it. A
    date outside working time moves to the next opening.
    """
    return _shifted(clip(extended_to, calendar), pauses, extended_at, calendar)


def shown_due(due_at: datetime, calendar: WorkCalendar) -> datetime:
    """Return the due moment as a citizen reads it: an opening becomes the closing before it.

    A dossier received after closing is due at an opening, Friday 07:00; nobody works between
    Thursday 17:00 and that, so the receipt says Thursday 17:00.
    """
    return moment_at(place(due_at, calendar), calendar)


def _shifted(
    moment: datetime, pauses: Collection[Pause], since: datetime, calendar: WorkCalendar
) -> datetime:
    if not pauses:
        return moment
    return add_working_time(moment, paused_time(pauses, since=since, calendar=calendar), calendar)


def _working_days(start: datetime, amount: int, calendar: WorkCalendar) -> datetime:
    number = calendar.number(start.toordinal()) + amount
    return on_day(calendar.ordinal(number), start.time())


def _working_hours(start: datetime, amount: int, calendar: WorkCalendar) -> datetime:
    return add_working_minutes(start, amount * _HOUR, calendar)


def _days(start: datetime, amount: int, calendar: WorkCalendar) -> datetime:
    return _on_working_day(start.toordinal() + amount, start.time(), calendar)


def _months(start: datetime, amount: int, calendar: WorkCalendar) -> datetime:
    years, month = divmod(start.month - 1 + amount, 12)
    year = start.year + years
    check_year(year)
    day = min(start.day, monthrange(year, month + 1)[1])
    return _on_working_day(date(year, month + 1, day).toordinal(), start.time(), calendar)


def _same_day(start: datetime, amount: int, calendar: WorkCalendar) -> datetime:
    ordinal = start.toordinal()
    if start.time() > SAME_DAY_UNTIL:
        ordinal = next_working(ordinal, calendar)
    return on_day(ordinal, calendar.hours.closing)


def _on_working_day(ordinal: int, clock: time, calendar: WorkCalendar) -> datetime:
    """Return the moment on this day, or on the first working day after it."""
    return on_day(next_working(ordinal - 1, calendar), clock)


_COUNTERS: Final[Mapping[LimitUnit, Callable[[datetime, int, WorkCalendar], datetime]]] = (
    MappingProxyType(
        {
            LimitUnit.WORKING_DAYS: _working_days,
            LimitUnit.WORKING_HOURS: _working_hours,
            LimitUnit.DAYS: _days,
            LimitUnit.MONTHS: _months,
            LimitUnit.SAME_DAY: _same_day,
        }
    )
)
