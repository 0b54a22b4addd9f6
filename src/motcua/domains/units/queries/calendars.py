# SPDX-License-Identifier: Apache-2.0
"""Working calendars of units, built once per process and shared by units that do not differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from motcua.domains.units.models import CalendarDay, DayKind, OfficeHours
from motcua.domains.units.queries.state import token
from motcua.kit.snapshots import Snapshot
from motcua.rules.worktime import DEFAULT_HOURS, WorkCalendar
from motcua.rules.worktime import OfficeHours as Hours

OFF = frozenset({DayKind.HOLIDAY, DayKind.OBSERVED, DayKind.SWAP_OFF})


@dataclass(frozen=True, slots=True)
class DayCard:
    """A day that differs from the plain week; `agency_id` None means everywhere."""

    date: date
    kind: str
    agency_id: int | None
    name_vi: str
    name_en: str
    decision_no: str
    to_verify: bool
    note: str


@dataclass(frozen=True, slots=True)
class _HoursPeriod:
    valid_from: date
    valid_to: date | None
    hours: Hours


@dataclass(frozen=True, slots=True)
class _Calendars:
    today: date
    known_until: date | None
    days: Mapping[int | None, Mapping[date, str]]
    hours: Mapping[int | None, Sequence[_HoursPeriod]]
    made: dict[tuple[int | None, Hours], WorkCalendar]
    today_of: dict[int | None, WorkCalendar]


def work_calendar(unit_id: int | None = None, *, on: date | None = None) -> WorkCalendar:
    """Return the calendar of a unit (the province's own when None).

    The office hours are those in force on `on`, today when not given; they hold for the whole
    calendar. Days of a unit win over the days of all.
    """
    known = _CALENDARS.get()
    if on is not None:
        return _shared(known, unit_id, on)
    calendar = known.today_of.get(unit_id)
    if calendar is None:
        calendar = known.today_of[unit_id] = _shared(known, unit_id, known.today)
    return calendar


def _shared(known: _Calendars, unit_id: int | None, on: date) -> WorkCalendar:
    hours = _hours(known, unit_id, on)
    key = (unit_id if unit_id in known.days else None, hours)
    calendar = known.made.get(key)
    if calendar is None:
        calendar = known.made[key] = _calendar(known, *key)
    return calendar


def special_days(
    first: date, last: date, *, unit_ids: Collection[int] | None = None
) -> tuple[DayCard, ...]:
    """Return the days from `first` to `last` that differ for all, and those of these units.

    Without `unit_ids` those of every unit.
    """
    rows = CalendarDay.objects.filter(date__range=(first, last))
    if unit_ids is not None:
        rows = rows.filter(agency_id__in=unit_ids) | rows.filter(agency_id=None)
    return tuple(
        DayCard(*row) for row in rows.order_by("date", "id").values_list(*DayCard.__slots__)
    )


def _calendar(known: _Calendars, unit_id: int | None, hours: Hours) -> WorkCalendar:
    days = {**known.days.get(None, {}), **known.days.get(unit_id, {})}
    return WorkCalendar(
        off=frozenset(day for day, kind in days.items() if kind in OFF),
        worked=frozenset(day for day, kind in days.items() if kind == DayKind.SWAP_WORK),
        hours=hours,
        known_until=known.known_until,
    )


def _hours(known: _Calendars, unit_id: int | None, on: date) -> Hours:
    own = _in_force(known.hours.get(unit_id, ()), on)
    return own or _in_force(known.hours.get(None, ()), on) or DEFAULT_HOURS


def _in_force(periods: Iterable[_HoursPeriod], on: date) -> Hours | None:
    for period in periods:
        if period.valid_from <= on and (period.valid_to is None or on < period.valid_to):
            return period.hours
    return None


def _build(today: date) -> _Calendars:
    days: dict[int | None, dict[date, str]] = {}
    for unit_id, day, kind in CalendarDay.objects.values_list("agency_id", "date", "kind"):
        days.setdefault(unit_id, {})[day] = kind
    hours: dict[int | None, list[_HoursPeriod]] = {}
    for row in OfficeHours.objects.all():
        spans = tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in row.spans)
        period = _HoursPeriod(row.valid_from, row.valid_to, Hours(spans))
        hours.setdefault(row.agency_id, []).append(period)
    return _Calendars(today, _known_until(), days, hours, {}, {})


def _known_until() -> date | None:
    """Return the end of the last year whose days off have all been announced."""
    common = CalendarDay.objects.filter(agency=None)
    guessed = common.filter(to_verify=True).order_by("date").first()
    sure = common.filter(kind=DayKind.HOLIDAY).order_by("-date")
    last = (sure.filter(date__year__lt=guessed.date.year) if guessed else sure).first()
    return date(last.date.year, 12, 31) if last else None


_CALENDARS = Snapshot(version=token, build=_build)
