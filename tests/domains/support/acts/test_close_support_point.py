# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.support.acts.close_support_point import close_support_point
from motcua.domains.support.points import PastDate, PointClosed
from motcua.domains.support.queries import points
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from tests.domains.support.conftest import Place, by
from tests.domains.support.points import TODAY, opened


def test_it_is_gone_from_its_last_day_on(place: Place) -> None:
    point_id = opened(place)

    close_support_point(by=by(place.admin), point_id=point_id, valid_to=date(2026, 7, 20))

    assert len(points.points(on=date(2026, 7, 19))) == 1
    assert points.points(on=date(2026, 7, 20)) == ()


def test_once_and_by_its_own_unit_and_not_in_the_past(place: Place) -> None:
    point_id = opened(place)

    with pytest.raises(PastDate):
        close_support_point(by=by(place.admin), point_id=point_id, valid_to=date(2026, 7, 2))
    with pytest.raises(NotPermitted):
        close_support_point(by=by(place.other_admin), point_id=point_id, valid_to=TODAY)
    close_support_point(by=by(place.admin), point_id=point_id, valid_to=TODAY)
    with pytest.raises(PointClosed):
        close_support_point(by=by(place.admin), point_id=point_id, valid_to=TODAY)
    with pytest.raises(NotFound):
        close_support_point(by=by(place.admin), point_id=0, valid_to=TODAY)

    assert points.points(on=TODAY) == ()
