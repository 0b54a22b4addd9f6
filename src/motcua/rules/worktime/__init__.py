# SPDX-License-Identifier: Apache-2.0
"""Working time of offices: calendars, limits, pauses, due moments and verdicts; values only."""

from __future__ import annotations

from motcua.rules.worktime.axis import add_working_minutes, clip, working_minutes_between
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.deadlines import due, extended_due, shown_due
from motcua.rules.worktime.hours import DEFAULT_HOURS, HoursError, OfficeHours
from motcua.rules.worktime.limits import (
    SAME_DAY,
    Limit,
    LimitError,
    LimitUnit,
    limit_minutes,
    parse_limit,
)
from motcua.rules.worktime.moments import VN, MomentError, in_vietnam, parse_moment
from motcua.rules.worktime.pauses import Pause, PauseError, parse_pause
from motcua.rules.worktime.tables import CalendarError, DayKind, office_hours, work_calendar
from motcua.rules.worktime.verdicts import Verdict, verdict

__all__ = [
    "DEFAULT_HOURS",
    "SAME_DAY",
    "VN",
    "CalendarError",
    "DayKind",
    "HoursError",
    "Limit",
    "LimitError",
    "LimitUnit",
    "MomentError",
    "OfficeHours",
    "Pause",
    "PauseError",
    "Verdict",
    "WorkCalendar",
    "add_working_minutes",
    "clip",
    "due",
    "extended_due",
    "in_vietnam",
    "limit_minutes",
    "office_hours",
    "parse_limit",
    "parse_moment",
    "parse_pause",
    "shown_due",
    "verdict",
    "work_calendar",
    "working_minutes_between",
]
