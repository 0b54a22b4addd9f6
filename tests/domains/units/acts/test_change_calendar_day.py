# SPDX-License-Identifier: Apache-2.0
"""The calendar changes by decision, forward only, for all or for one unit."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from motcua.domains.units import queries
from motcua.domains.units.acts.change_calendar_day import (
    Day,
    NoDecision,
    PastDay,
    PlainDay,
    change_calendar_day,
)
from motcua.domains.units.files.days import load_days
from motcua.domains.units.models import DayKind
from motcua.kit import datafiles
from motcua.kit.access import Actor, ActorKind, NotPermitted, Post, Role
from motcua.kit.models import AuditEntry, OutboxEvent

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FRIDAY = date(2026, 12, 4)
SATURDAY = date(2026, 12, 5)
DECISION = "123/QĐ-UBND"


def change(actor: Actor, day: Day, key=None) -> None:
    change_calendar_day(actor=actor, at=NOW, key=key or uuid4(), day=day)


def day(on: date, kind: DayKind, **rest) -> Day:
    return Day(date=on, kind=kind, **{"decision_no": DECISION, **rest})


def test_a_swapped_day_moves_the_work_of_all_units(loaded: None, configurator: Actor) -> None:
    assert queries.work_calendar().is_working(FRIDAY)

    change(configurator, day(FRIDAY, DayKind.SWAP_OFF))
    change(configurator, day(SATURDAY, DayKind.SWAP_WORK))

    unit = queries.agency_by_code("07210")
    assert not queries.work_calendar(unit.id).is_working(FRIDAY)
    assert queries.work_calendar(unit.id).is_working(SATURDAY)


def test_a_unit_may_open_its_counter_on_a_saturday(loaded: None) -> None:
    unit, other = queries.agency_by_code("07210"), queries.agency_by_code("07228")
    post = Post(unit_id=unit.id, unit_code=unit.code, role=Role.UNIT_ADMIN)
    admin = Actor(code="cb-2", name="Trần Thị Bình", kind=ActorKind.OFFICIAL, posts=(post,))

    change(admin, Day(date=SATURDAY, kind=DayKind.SWAP_WORK, agency_id=unit.id))

    assert queries.work_calendar(unit.id).is_working(SATURDAY)
    assert not queries.work_calendar(other.id).is_working(SATURDAY)


def test_a_unit_admin_may_not_change_the_days_of_all_or_of_others(loaded: None) -> None:
    unit, other = queries.agency_by_code("07210"), queries.agency_by_code("07228")
    post = Post(unit_id=unit.id, unit_code=unit.code, role=Role.UNIT_ADMIN)
    admin = Actor(code="cb-2", name="Trần Thị Bình", kind=ActorKind.OFFICIAL, posts=(post,))

    with pytest.raises(NotPermitted):
        change(admin, day(SATURDAY, DayKind.SWAP_WORK))
    with pytest.raises(NotPermitted):
        change(admin, day(SATURDAY, DayKind.SWAP_WORK, agency_id=other.id))


def test_an_exception_can_be_taken_back(loaded: None, configurator: Actor) -> None:
    change(configurator, day(FRIDAY, DayKind.SWAP_OFF))

    change(configurator, day(FRIDAY, DayKind.PLAIN))

    assert queries.work_calendar().is_working(FRIDAY)


def test_a_day_taken_back_stays_so_when_the_files_are_loaded_again(
    loaded: None, configurator: Actor
) -> None:
    new_year = date(2027, 1, 1)
    assert not queries.work_calendar().is_working(new_year)

    change(configurator, day(new_year, DayKind.PLAIN))
    load_days(datafiles.root() / "law")

    assert queries.work_calendar().is_working(new_year)


def test_a_unit_may_work_on_a_day_off_of_all(loaded: None, configurator: Actor) -> None:
    unit = queries.agency_by_code("07210")
    change(configurator, day(FRIDAY, DayKind.SWAP_OFF))

    change(configurator, day(FRIDAY, DayKind.PLAIN, agency_id=unit.id))

    assert queries.work_calendar(unit.id).is_working(FRIDAY)
    assert not queries.work_calendar().is_working(FRIDAY)


def test_a_single_day_of_a_later_year_makes_that_year_no_known_one(
    loaded: None, configurator: Actor
) -> None:
    known = queries.work_calendar().known_until

    change(configurator, day(date(2031, 3, 3), DayKind.SWAP_OFF))

    assert queries.work_calendar().known_until == known


def test_a_change_is_in_the_log_and_told_once(loaded: None, configurator: Actor) -> None:
    key = uuid4()

    change(configurator, day(FRIDAY, DayKind.SWAP_OFF), key)
    change(configurator, day(FRIDAY, DayKind.SWAP_OFF), key)

    entry = AuditEntry.objects.get(chain="calendar:all")
    assert entry.payload["decision_no"] == DECISION
    assert (entry.payload["before"], entry.payload["after"]) == (None, "swap_off")
    assert OutboxEvent.objects.filter(topic="CalendarChanged").count() == 1


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (day(date(2026, 11, 19), DayKind.HOLIDAY), PastDay),
        (day(FRIDAY, DayKind.HOLIDAY, decision_no=" "), NoDecision),
        (day(SATURDAY, DayKind.SWAP_OFF), PlainDay),
        (day(FRIDAY, DayKind.SWAP_WORK), PlainDay),
    ],
)
def test_a_wrong_change_is_refused_and_nothing_is_kept(
    loaded: None, configurator: Actor, wrong: Day, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        change(configurator, wrong)

    assert not AuditEntry.objects.filter(chain="calendar:all").exists()
