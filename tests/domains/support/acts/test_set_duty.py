# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, time

import pytest

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.models import AccountKind
from motcua.domains.support.acts.close_support_point import close_support_point
from motcua.domains.support.acts.set_duty import (
    Duty,
    DutyBackwards,
    NotOfThisUnit,
    TooManyDuties,
    set_duty,
)
from motcua.domains.support.points import PastDate, PointClosed
from motcua.domains.support.queries import points
from motcua.kit.access import SYSTEM, NotPermitted, Role
from tests.builders import vn
from tests.domains.support.conftest import FILED_AT, Place, by
from tests.domains.support.points import TODAY, opened


def colleague(unit_id: int, name: str = "lan.nt") -> int:
    """The account of somebody with a post in the unit."""
    wanted = NewAccount(
        kind=AccountKind.OFFICIAL, sign_in_name=name, full_name="Nguyễn Thị Lan",
        password="Đúng-Mật-Khẩu-2026",
    )  # fmt: skip
    account_id = open_account(actor=SYSTEM, wanted=wanted, at=FILED_AT)
    post = NewPost(unit_id=unit_id, role=Role.COUNTER, valid_from=date(2026, 1, 1))
    hold_post(actor=SYSTEM, account_id=account_id, post=post, at=FILED_AT)
    return account_id


EVENING = (time(18), time(20, 30))


def test_somebody_is_on_duty_and_nobody_is_named_to_the_public(place: Place) -> None:
    point_id, account_id = opened(place), colleague(place.unit_id)

    set_duty(by=by(place.admin), point_id=point_id, on=TODAY, duties=[Duty(account_id, *EVENING)])

    standing = points.standing(points.point(point_id, on=TODAY), vn("2026-07-03 19:00"))
    assert standing.on_duty
    assert not hasattr(standing, "account_id")


def test_the_roster_of_a_day_is_written_anew(place: Place) -> None:
    point_id, account_id = opened(place), colleague(place.unit_id)
    set_duty(by=by(place.admin), point_id=point_id, on=TODAY, duties=[Duty(account_id, *EVENING)])

    set_duty(by=by(place.admin), point_id=point_id, on=TODAY, duties=[])

    assert points.roster(point_id, first=TODAY) == ()


def test_people_of_elsewhere_are_not_put_on_duty(place: Place) -> None:
    point_id, account_id = opened(place), colleague(place.other_id)

    with pytest.raises(NotOfThisUnit):
        set_duty(
            by=by(place.admin), point_id=point_id, on=TODAY, duties=[Duty(account_id, *EVENING)]
        )


def test_the_past_other_units_and_backward_times_are_refused(place: Place) -> None:
    point_id, account_id = opened(place), colleague(place.unit_id)
    good = [Duty(account_id, *EVENING)]

    with pytest.raises(PastDate):
        set_duty(by=by(place.admin), point_id=point_id, on=date(2026, 7, 2), duties=good)
    with pytest.raises(NotPermitted):
        set_duty(by=by(place.other_admin), point_id=point_id, on=TODAY, duties=good)
    with pytest.raises(DutyBackwards):
        backwards = [Duty(account_id, EVENING[1], EVENING[0])]
        set_duty(by=by(place.admin), point_id=point_id, on=TODAY, duties=backwards)
    with pytest.raises(TooManyDuties):
        set_duty(by=by(place.admin), point_id=point_id, on=TODAY, duties=good * 21)


def test_a_closed_point_has_no_duty(place: Place) -> None:
    point_id = opened(place)
    close_support_point(by=by(place.admin), point_id=point_id, valid_to=date(2026, 7, 20))

    with pytest.raises(PointClosed):
        set_duty(by=by(place.admin), point_id=point_id, on=date(2026, 7, 20), duties=[])
