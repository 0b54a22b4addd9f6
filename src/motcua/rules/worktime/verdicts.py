# SPDX-License-Identifier: Apache-2.0
"""In time or not: what to say of a dossier against its due moment."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from motcua.rules.worktime.axis import place
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.deadlines import shown_due
from motcua.rules.worktime.moments import in_vietnam

SOON_SHARE: Final = 5
"""Due soon begins when one part in five of the working time is left, or one working day."""


class Verdict(StrEnum):
    """The first three are of finished dossiers, the others of running ones."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


def verdict(
    *,
    due_at: datetime,
    ended_at: datetime | None,
    at: datetime,
    received_at: datetime,
    calendar: WorkCalendar,
) -> Verdict:
    """Return the verdict at the moment `at`; `ended_at` is None while the dossier runs.

    Late and overdue mean after the due moment itself. Early means on a day before the due day
    as it is shown to citizens. An end after `at` has not happened yet.
    Source: law.md 2.6 (7), Decision 766 (2.1): in time when the end is not after the due moment.
    """
    if ended_at is not None and ended_at <= at:
        return _finished(due_at, ended_at, calendar)
    if at > due_at:
        return Verdict.OVERDUE
    end = place(due_at, calendar)
    left = end - place(at, calendar)
    if left <= calendar.hours.worked:
        return Verdict.DUE_SOON
    soon = left * SOON_SHARE <= end - place(received_at, calendar)
    return Verdict.DUE_SOON if soon else Verdict.RUNNING


def _finished(due_at: datetime, ended_at: datetime, calendar: WorkCalendar) -> Verdict:
    if ended_at > due_at:
        return Verdict.LATE
    early = in_vietnam(ended_at).date() < shown_due(due_at, calendar).date()
    return Verdict.EARLY if early else Verdict.ON_TIME
