# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.support.acts.open_support_point import (
    CommuneUnknown,
    open_support_point,
)
from motcua.domains.support.points import HoursUnreadable, NoHours, PastDate
from motcua.domains.support.queries import points
from motcua.domains.support.wording import WordsMissing
from motcua.kit.access import NotPermitted
from motcua.kit.wording import TextTooLong
from tests.builders import vn
from tests.domains.support.conftest import Place, by
from tests.domains.support.points import TODAY, new_point, opened


def test_a_point_is_open_in_the_evening_and_at_weekends(place: Place) -> None:
    card = points.point(opened(place), on=TODAY)

    assert points.standing(card, vn("2026-07-03 19:00")).open_until == vn("2026-07-03 20:30")
    assert points.standing(card, vn("2026-07-04 19:00")).open_until == vn("2026-07-04 20:30")
    assert points.standing(card, vn("2026-07-04 21:00")).opens_at == vn("2026-07-06 07:30")


def test_it_is_closed_on_a_holiday(place: Place) -> None:
    card = points.point(opened(place, days={3: "07:30-11:30"}), on=TODAY)

    assert points.standing(card, vn("2026-09-02 08:00")).open_until is None


def test_only_the_units_own_administrator_opens_one(place: Place) -> None:
    for actor in (place.other_admin, place.leader, place.operator, place.citizen):
        with pytest.raises(NotPermitted):
            open_support_point(by=by(actor), point=new_point(place))

    assert points.points(on=TODAY) == ()


def test_a_double_click_opens_one(place: Place) -> None:
    command = by(place.admin)

    first = open_support_point(by=command, point=new_point(place))

    assert open_support_point(by=command, point=new_point(place)) == first
    assert len(points.points(on=TODAY)) == 1


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"valid_from": date(2026, 7, 2)}, PastDate),
        ({"days": {}}, NoHours),
        ({"days": {1: ""}}, NoHours),
        ({"days": {1: "sáng"}}, HoursUnreadable),
        ({"days": {1: "11:30-07:30"}}, HoursUnreadable),
        ({"commune_code": "99999"}, CommuneUnknown),
        ({"name": ""}, WordsMissing),
        ({"address": "x" * 10_000}, TextTooLong),
    ],
)
def test_bad_input_is_refused(
    place: Place, changes: dict[str, object], fault: type[Exception]
) -> None:
    with pytest.raises(fault):
        opened(place, **changes)

    assert points.points(on=TODAY) == ()
