# SPDX-License-Identifier: Apache-2.0
"""The calendar out of its tables: days that differ from the plain week, and dated office hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.hours import HoursError, OfficeHours
from motcua.rules.worktime.moments import excerpt


class DayKind(StrEnum):
    """Why a day differs from the plain week."""

    HOLIDAY = "holiday"
    OBSERVED = "observed"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"


OFF_KINDS: Final = frozenset({DayKind.HOLIDAY, DayKind.OBSERVED, DayKind.SWAP_OFF})


class CalendarError(RuleError):
    """A table of days or hours that cannot be read."""


def work_calendar(
    days: Mapping[str, Any], office_hours: Iterable[Mapping[str, Any]], *, on: date
) -> WorkCalendar:
    """Return the calendar of `data/law/holidays.yaml` with the office hours that hold on a date.

    `days` is {known_until: date, days: [{on: date, kind: holiday|observed|swap_off|swap_work}]};
    `office_hours` is [{valid_from: date, valid_to: date or null, spans: [["07:00", "11:30"]]}],
    where `valid_to` is the first day on which the row is no more. Raises `CalendarError`,
    `HoursError`.
    """
    try:
        return _work_calendar(days, office_hours, on)
    except RuleError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise CalendarError(
            N_("The tables of the calendar cannot be read: %(why)s."), why=excerpt(str(error))
        ) from error


def _work_calendar(
    days: Mapping[str, Any], office_hours: Iterable[Mapping[str, Any]], on: date
) -> WorkCalendar:
    kinds: dict[date, DayKind] = {}
    for row in days["days"]:
        day = row["on"]
        if day in kinds:
            raise CalendarError(N_("The day %(day)s stands twice in the calendar."), day=day)
        kinds[day] = DayKind(row["kind"])
    return WorkCalendar(
        off=frozenset(day for day, kind in kinds.items() if kind in OFF_KINDS),
        worked=frozenset(day for day, kind in kinds.items() if kind is DayKind.SWAP_WORK),
        hours=hours_on(office_hours, on),
        known_until=days["known_until"],
    )


def hours_on(rows: Iterable[Mapping[str, Any]], day: date) -> OfficeHours:
    """Return the office hours that hold on a date; raise `CalendarError` when none do."""
    for row in rows:
        if row["valid_from"] <= day and (row["valid_to"] is None or day < row["valid_to"]):
            return office_hours(row["spans"])
    raise CalendarError(N_("No office hours are known for %(day)s."), day=day)


def office_hours(spans: Iterable[tuple[str, str]]) -> OfficeHours:
    """Return the office hours written as [["07:00", "11:30"], ...]; raise `HoursError`."""
    return OfficeHours(tuple((_clock(opens), _clock(closes)) for opens, closes in spans))


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise HoursError(N_("%(clock)s is not a whole minute of the day."), clock=text) from error
