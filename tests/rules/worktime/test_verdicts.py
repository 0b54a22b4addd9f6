# SPDX-License-Identifier: Apache-2.0
"""Early, on time, late; running, due soon, overdue."""

from __future__ import annotations

from datetime import datetime

import pytest

from motcua.rules.worktime import VN, Verdict, WorkCalendar, verdict

CALENDAR = WorkCalendar()
RECEIVED = datetime(2026, 6, 1, 10, 0, tzinfo=VN)
DUE = datetime(2026, 6, 29, 10, 0, tzinfo=VN)


def on(day: int, hour: int, minute: int = 0, *, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VN)


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (on(26, 16), Verdict.EARLY),
        (on(29, 7), Verdict.ON_TIME),
        (on(29, 10), Verdict.ON_TIME),
        (on(29, 10, 1), Verdict.LATE),
        (on(1, 7, month=7), Verdict.LATE),
    ],
)
def test_a_finished_dossier_is_judged_by_its_end(ended: datetime, expected: Verdict) -> None:
    found = verdict(
        due_at=DUE, ended_at=ended, at=on(1, 9, month=8), received_at=RECEIVED, calendar=CALENDAR
    )

    assert found is expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (on(2, 9), Verdict.RUNNING),
        (on(23, 9, 59), Verdict.RUNNING),
        (on(23, 10), Verdict.DUE_SOON),
        (on(29, 10), Verdict.DUE_SOON),
        (on(29, 10, 1), Verdict.OVERDUE),
    ],
)
def test_a_running_dossier_is_due_soon_in_its_last_fifth(at: datetime, expected: Verdict) -> None:
    found = verdict(due_at=DUE, ended_at=None, at=at, received_at=RECEIVED, calendar=CALENDAR)

    assert found is expected


@pytest.mark.parametrize(
    ("at", "expected"), [(on(2, 9, 59), Verdict.RUNNING), (on(2, 10), Verdict.DUE_SOON)]
)
def test_a_short_dossier_is_due_soon_on_its_last_working_day(
    at: datetime, expected: Verdict
) -> None:
    found = verdict(due_at=on(3, 10), ended_at=None, at=at, received_at=RECEIVED, calendar=CALENDAR)

    assert found is expected


def test_the_day_a_citizen_was_shown_is_not_early() -> None:
    due_at_opening = on(19, 7)

    found = verdict(
        due_at=due_at_opening,
        ended_at=on(18, 15),
        at=on(20, 9),
        received_at=RECEIVED,
        calendar=CALENDAR,
    )

    assert found is Verdict.ON_TIME


def test_an_end_that_has_not_come_yet_does_not_count() -> None:
    found = verdict(
        due_at=DUE, ended_at=on(10, 9), at=on(2, 9), received_at=RECEIVED, calendar=CALENDAR
    )

    assert found is Verdict.RUNNING
