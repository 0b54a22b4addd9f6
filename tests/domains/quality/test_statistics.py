# SPDX-License-Identifier: Apache-2.0
"""Numbers of a period agree with one another, with their lists and with plain counting."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.queries.statistics import (
    AXES,
    MEASURES,
    ROWS_AT_ONCE,
    Scope,
    listed,
    table,
    total,
)
from tests.builders import vn

MONTH = (date(2026, 7, 1), date(2026, 7, 31))
NOW = vn("2026-08-10 09:00")
START = vn("2026-05-15 08:00")
pytestmark = pytest.mark.django_db


def fact(number: int, **changes: Any) -> DossierFact:
    values: dict[str, Any] = {
        "dossier_code": f"H05.1-260703-{number:04d}", "procedure_code": "1.000001",
        "version_id": 1, "competent_unit_id": 1, "receiving_unit_id": 2, "channel": 1,
        "source": "synthetic", "status": 4, "submitted_at": START, "received_at": START,
        "due_at": None, "last_event_id": 0,
    }  # fmt: skip
    return DossierFact(**{**values, **changes})


def scope(**changes: Any) -> Scope:
    return Scope(**{"first": MONTH[0], "last": MONTH[1], "now": NOW, **changes})


def whole(asked: Scope) -> dict[str, int]:
    return total(table(asked, "unit").values())


@st.composite
def lives(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of one dossier: when it came, was due, ended, and what came of it."""
    received_at = START + timedelta(hours=draw(st.integers(0, 24 * 100)))
    due_at = draw(st.none() | st.integers(1, 900).map(lambda h: received_at + timedelta(hours=h)))
    ended = draw(st.none() | st.integers(0, 1200))
    ended_at = None if ended is None else received_at + timedelta(hours=ended)
    late = bool(ended_at and due_at and ended_at > due_at)
    status = draw(st.sampled_from([4, 5, 6])) if ended_at is None else draw(
        st.sampled_from([7, 8, 9, 10])
    )  # fmt: skip
    return {
        "received_at": draw(st.sampled_from([received_at] * 9 + [None])), "due_at": due_at,
        "legal_due_at": due_at and due_at + timedelta(hours=draw(st.integers(0, 300))),
        "ended_at": ended_at, "status": status,
        "verdict": "" if ended_at is None else "late" if late else draw(
            st.sampled_from(["early", "on_time"])),
        "competent_unit_id": draw(st.integers(1, 3)), "channel": draw(st.integers(1, 3)),
        "officer_code": draw(st.sampled_from(["", "cb-1", "cb-2"])),
    }  # fmt: skip


@given(
    st.lists(lives(), max_size=25),
    st.integers(0, 90),
    st.integers(0, 40),
    st.integers(0, 130),
    st.sampled_from(list(AXES)),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_was_there_and_what_came_is_what_was_finished_and_what_is_left(
    drawn: list[dict[str, Any]], since: int, days: int, now: int, axis: str
) -> None:
    DossierFact.objects.all().delete()
    DossierFact.objects.bulk_create(fact(n, **life) for n, life in enumerate(drawn))
    first = date(2026, 5, 20) + timedelta(days=since)
    asked = scope(first=first, last=first + timedelta(days=days), now=START + timedelta(days=now))

    rows = table(asked, axis)

    for row in rows.values():
        assert row["carried"] + row["received"] == row["finished"] + row["open"]
        assert row["finished"] == row["early"] + row["on_time"] + row["late"] + row["cut"]
        assert row["open"] == row["within"] + row["over"]
    assert total(rows.values()) == whole(asked)


@given(st.lists(lives(), max_size=15))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_list_behind_a_number_is_as_long_as_the_number_says(
    drawn: list[dict[str, Any]],
) -> None:
    DossierFact.objects.all().delete()
    DossierFact.objects.bulk_create(fact(n, **life) for n, life in enumerate(drawn))

    for key, row in table(scope(), "officer").items():
        for measure in MEASURES:
            count, found = listed(scope(), measure, "officer", [key])
            assert row[measure] == count == len(found)


def test_two_periods_one_after_another_hand_over_what_is_open() -> None:
    ends = [None, vn("2026-07-02 10:00"), vn("2026-08-01 00:00"), vn("2026-07-31 23:59")]
    DossierFact.objects.bulk_create(
        fact(n, ended_at=end, status=10 if end else 4, verdict="on_time" if end else "")
        for n, end in enumerate(ends)
    )

    july, august = scope(), scope(first=date(2026, 8, 1), last=date(2026, 8, 31))

    assert whole(july)["open"] == whole(august)["carried"] == 2


def test_the_first_and_the_last_moment_of_a_day_belong_to_it() -> None:
    moments = ["2026-06-30 23:59", "2026-07-01 00:00", "2026-07-31 23:59", "2026-08-01 00:00"]
    DossierFact.objects.bulk_create(
        fact(n, received_at=vn(moment)) for n, moment in enumerate(moments)
    )

    counted = whole(scope())

    assert (counted["carried"], counted["received"], counted["open"]) == (1, 2, 3)


@pytest.mark.parametrize(
    ("status", "last", "over"),
    [(4, date(2026, 8, 10), 1), (5, date(2026, 8, 10), 0), (6, date(2026, 8, 10), 0),
     (5, date(2026, 7, 31), 1)],
)  # fmt: skip
def test_what_waits_for_the_applicant_today_is_not_over_its_limit(
    status: int, last: date, over: int
) -> None:
    DossierFact.objects.bulk_create([fact(1, due_at=vn("2026-07-10 10:00"), status=status)])

    counted = whole(scope(last=last, now=vn("2026-08-10 09:00")))

    assert (counted["over"], counted["open"]) == (over, 1)


def test_a_unit_sees_what_it_handles_and_what_it_received() -> None:
    DossierFact.objects.bulk_create(
        [fact(1), fact(2, competent_unit_id=3), fact(3, competent_unit_id=4, receiving_unit_id=5)]
    )

    assert whole(scope(unit_ids=[1]))["open"] == 1
    assert whole(scope(unit_ids=[2]))["open"] == 2
    assert whole(scope(unit_ids=[]))["open"] == 0
    assert whole(scope())["open"] == 3


def test_long_lists_come_in_pages() -> None:
    DossierFact.objects.bulk_create(fact(n) for n in range(ROWS_AT_ONCE + 5))

    count, first = listed(scope(), "open")
    _, rest = listed(scope(), "open", skip=ROWS_AT_ONCE)

    assert (count, len(first), len(rest)) == (ROWS_AT_ONCE + 5, ROWS_AT_ONCE, 5)
    assert not {row.code for row in first} & {row.code for row in rest}


def test_a_moment_of_asking_without_zone_is_no_moment() -> None:
    with pytest.raises(TypeError):
        table(scope(now=datetime(2026, 7, 10)), "unit")  # noqa: DTZ001
