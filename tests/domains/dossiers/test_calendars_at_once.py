# SPDX-License-Identifier: Apache-2.0
"""Many threads counting deadlines by the calendars of 99 units never mix them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from motcua.domains.dossiers import clocks
from motcua.domains.units import queries as units
from motcua.domains.units.acts.load_reference import load_reference
from motcua.domains.units.models import CalendarDay, DayKind, ReferenceState
from motcua.kit.snapshots import Snapshot
from motcua.rules.worktime import parse_limit
from tests.builders import vn

THREADS, UNITS, ROUNDS = 64, 99, 20
RECEIVED_AT = vn("2026-06-01 08:00")
LIMIT = parse_limit("99wd")
pytestmark = pytest.mark.django_db(transaction=True)


def first_weekday(number: int) -> date:
    """The number-th weekday after 1 June 2026, a day off for the unit of that number alone."""
    day = date(2026, 6, 1)
    while number:
        day += timedelta(days=1)
        number -= day.isoweekday() <= 5
    return day


@pytest.fixture
def expected(transactional_db: None) -> Iterator[dict[int, datetime]]:
    """99 units, the n-th closed on its first n weekdays, and when each is due, counted alone."""
    load_reference(at=vn("2026-01-02 08:00"))
    ids = [card.id for card in units.agencies()][:UNITS]
    CalendarDay.objects.bulk_create(
        CalendarDay(date=first_weekday(day), kind=DayKind.HOLIDAY, agency_id=unit_id)
        for number, unit_id in enumerate(ids)
        for day in range(1, number + 1)
        if not CalendarDay.objects.filter(date=first_weekday(day), agency=None).exists()
    )
    ReferenceState.objects.renew()
    Snapshot.forget_all()
    yield {unit_id: due_of(unit_id) for unit_id in ids}


def due_of(unit_id: int) -> datetime:
    found = clocks.due_at(
        received_at=RECEIVED_AT, limit=LIMIT, calendar=units.work_calendar(unit_id), pauses=()
    )
    assert found is not None
    return found


def test_64_threads_over_99_calendars_never_mix_them(expected: dict[int, datetime]) -> None:
    def work(number: int) -> int:
        wrong = 0
        try:
            for turn in range(ROUNDS):
                if turn % 5 == number % 5:
                    Snapshot.forget_all()
                for unit_id, due_at in expected.items():
                    wrong += due_of(unit_id) != due_at
        finally:
            connection.close()
        return wrong

    with ThreadPoolExecutor(THREADS) as pool:
        wrong = sum(pool.map(work, range(THREADS)))

    assert len(expected) == UNITS
    assert len(set(expected.values())) > UNITS * 0.9
    assert wrong == 0
