# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.support.acts.change_hours import change_hours
from motcua.domains.support.acts.close_support_point import close_support_point
from motcua.domains.support.points import HoursUnreadable, PastDate, PointClosed
from motcua.domains.support.queries import points
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from tests.domains.support.conftest import Place, by
from tests.domains.support.points import TODAY, WEEK, opened


def test_new_hours_hold_from_their_day_and_the_old_ones_before(place: Place) -> None:
    point_id = opened(place)

    change_hours(
        by=by(place.admin), point_id=point_id, days={7: "08:00-10:00"},
        valid_from=date(2026, 7, 10),
    )  # fmt: skip

    assert points.point(point_id, on=date(2026, 7, 9)).days == {
        str(day): text for day, text in WEEK.items()
    }
    assert points.point(point_id, on=date(2026, 7, 10)).days == {"7": "08:00-10:00"}


def test_a_second_change_of_mind_replaces_the_first(place: Place) -> None:
    point_id = opened(place)

    for text in ("08:00-10:00", "09:00-10:00"):
        change_hours(by=by(place.admin), point_id=point_id, days={7: text}, valid_from=TODAY)

    assert points.point(point_id, on=TODAY).days == {"7": "09:00-10:00"}


def test_the_past_other_units_and_wrong_hours_are_refused(place: Place) -> None:
    point_id = opened(place)

    with pytest.raises(PastDate):
        change_hours(by=by(place.admin), point_id=point_id, days=WEEK, valid_from=date(2026, 7, 2))
    with pytest.raises(NotPermitted):
        change_hours(by=by(place.other_admin), point_id=point_id, days=WEEK, valid_from=TODAY)
    with pytest.raises(HoursUnreadable):
        change_hours(by=by(place.admin), point_id=point_id, days={1: "?"}, valid_from=TODAY)
    with pytest.raises(NotFound):
        change_hours(by=by(place.admin), point_id=0, days=WEEK, valid_from=TODAY)


def test_a_closed_point_gets_no_hours(place: Place) -> None:
    point_id = opened(place)
    close_support_point(by=by(place.admin), point_id=point_id, valid_to=date(2026, 7, 20))

    with pytest.raises(PointClosed):
        change_hours(by=by(place.admin), point_id=point_id, days=WEEK, valid_from=date(2026, 7, 20))
