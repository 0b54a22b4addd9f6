# SPDX-License-Identifier: Apache-2.0
"""Every unit has a calendar; units that do not differ share one."""

from __future__ import annotations

from datetime import date, time

from motcua.domains.units import queries
from motcua.domains.units.models import OfficeHours


def test_units_without_days_of_their_own_share_one_calendar(
    loaded: None, django_assert_num_queries
) -> None:
    shared, centres = queries.work_calendar(), queries.one_stops()

    with django_assert_num_queries(0):
        calendars = {id(queries.work_calendar(card.id)) for card in centres}

    assert calendars == {id(shared)}


def test_the_days_of_the_law_are_in_it(loaded: None) -> None:
    calendar = queries.work_calendar()

    assert not calendar.is_working(date(2026, 2, 17))
    assert not calendar.is_working(date(2026, 8, 31))
    assert calendar.is_working(date(2026, 8, 22))
    assert not calendar.is_working(date(2026, 8, 29))
    assert calendar.hours.minutes == 480


def test_hours_of_a_unit_hold_for_their_period(loaded: None) -> None:
    unit = queries.agency_by_code("07210")
    OfficeHours.objects.create(
        agency_id=unit.id,
        valid_from=date(2026, 5, 1),
        valid_to=date(2026, 10, 1),
        spans=[["06:30", "11:00"], ["14:00", "17:30"]],
    )

    summer = queries.work_calendar(unit.id, on=date(2026, 9, 30))
    winter = queries.work_calendar(unit.id, on=date(2026, 10, 1))

    assert summer.hours.spans[0][0] == time(6, 30)
    assert winter.hours.spans[0][0] == time(7, 0)


def test_special_days_are_listed_with_their_legal_basis(loaded: None) -> None:
    days = queries.special_days(date(2026, 8, 1), date(2026, 9, 30))

    assert [card.kind for card in days] == ["swap_work", "swap_off", "holiday", "holiday"]
    assert all(card.decision_no for card in days)
