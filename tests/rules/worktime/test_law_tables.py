# SPDX-License-Identifier: Apache-2.0
"""The law's worked examples, the 90 computed deadlines and the calendar, day by day."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from motcua.kit.datafiles import read_csv, read_yaml
from motcua.rules.worktime import (
    VN,
    Limit,
    LimitUnit,
    WorkCalendar,
    due,
    parse_limit,
    parse_moment,
    parse_pause,
    shown_due,
)

HERE = Path(__file__).parent
EXAMPLES = [
    pytest.param(row, id=f"{group}: {row['why']}")
    for group, rows in read_yaml(HERE / "examples.yaml").items()
    for row in rows
]
VECTORS = [
    pytest.param(row, id=f"{row['received']} + {row['working_days']} wd")
    for row in read_csv(HERE / "deadline_vectors.csv")
]


def test_no_vector_is_lost() -> None:
    assert len(VECTORS) == 90


@pytest.mark.parametrize("row", EXAMPLES)
def test_worked_example(row: dict[str, Any], calendar: WorkCalendar) -> None:
    pauses = [parse_pause(text) for text in row.get("pauses", [])]

    moment = due(
        received_at=parse_moment(row["received"]),
        limit=parse_limit(row["limit"]),
        calendar=calendar,
        pauses=pauses,
    )

    assert moment.isoformat() == parse_moment(row["due"]).isoformat()


@pytest.mark.parametrize("row", VECTORS)
def test_deadline_vector(row: dict[str, str], calendar: WorkCalendar) -> None:
    received = datetime.combine(date.fromisoformat(row["received"]), time(9, 15), VN)

    moment = due(
        received_at=received,
        limit=Limit(int(row["working_days"]), LimitUnit.WORKING_DAYS),
        calendar=calendar,
    )

    assert moment == datetime.combine(date.fromisoformat(row["due"]), time(9, 15), VN)


def test_every_day_of_four_years_is_working_or_not_as_the_table_says(
    calendar: WorkCalendar,
) -> None:
    table = {
        date.fromisoformat(row["date"]): row["is_working_day"] == "1"
        for row in read_csv(HERE / "calendar_working_days.csv")
    }

    assert len(table) == 1461
    assert {day: calendar.is_working(day) for day in table} == table


def test_only_announced_years_are_known(calendar: WorkCalendar) -> None:
    assert calendar.is_known(date(2026, 12, 31))
    assert not calendar.is_known(date(2027, 1, 1))


def test_receipt_after_closing_is_shown_as_the_closing_before(calendar: WorkCalendar) -> None:
    opening = datetime(2026, 6, 19, 7, 0, tzinfo=VN)

    assert shown_due(opening, calendar) == datetime(2026, 6, 18, 17, 0, tzinfo=VN)
    assert shown_due(opening.replace(hour=9), calendar) == opening.replace(hour=9)
