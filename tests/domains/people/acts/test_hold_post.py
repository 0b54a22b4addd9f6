# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.people import acts
from motcua.domains.people.acts.hold_post import NewPost, PeriodBackwards, PostOverlaps
from motcua.domains.people.models import Holding
from motcua.domains.people.queries import actor_of
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from tests.domains.people.conftest import NOW, TODAY


def specialist(unit_id: int, start: date, end: date | None = None) -> NewPost:
    return NewPost(unit_id=unit_id, role=Role.SPECIALIST, valid_from=start, valid_to=end)


def test_the_same_post_is_not_held_twice_at_once(official: int, department: int) -> None:
    with pytest.raises(PostOverlaps):
        acts.hold_post(
            actor=SYSTEM, account_id=official, post=specialist(department, TODAY), at=NOW
        )


def test_the_database_refuses_overlaps_too(official: int, department: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(
            account_id=official, unit_id=department, role="specialist", valid_from=TODAY
        )


def test_only_the_administrator_of_that_unit_gives_posts(
    official: int, department: int, make_official: Callable[..., int]
) -> None:
    me = actor_of(official, NOW)
    leader = NewPost(unit_id=department, role=Role.LEADER, valid_from=TODAY)

    with pytest.raises(NotPermitted):
        acts.hold_post(actor=me, account_id=official, post=leader, at=NOW)
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    acts.hold_post(actor=admin, account_id=official, post=leader, at=NOW)

    assert actor_of(official, NOW).post(Role.LEADER, department)


def test_a_post_does_not_end_before_it_begins(official: int, department: int) -> None:
    backwards = specialist(department, TODAY, date(2026, 1, 1))

    with pytest.raises(PeriodBackwards):
        acts.hold_post(actor=SYSTEM, account_id=official, post=backwards, at=NOW)


def test_a_post_needs_a_unit_and_an_official(official: int, department: int) -> None:
    with pytest.raises(NotFound):
        acts.hold_post(actor=SYSTEM, account_id=official, post=specialist(0, TODAY), at=NOW)
    with pytest.raises(NotFound):
        acts.hold_post(actor=SYSTEM, account_id=0, post=specialist(department, TODAY), at=NOW)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.CONFIGURATOR, Role.DIRECTOR])
def test_no_unit_gives_itself_a_post_that_reaches_beyond_it(
    official: int, department: int, make_official: Callable[..., int], role: Role
) -> None:
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)
    wanted = NewPost(unit_id=department, role=role, valid_from=TODAY)

    with pytest.raises(NotPermitted):
        acts.hold_post(actor=admin, account_id=official, post=wanted, at=NOW)

    assert not actor_of(official, NOW).posts_as(role)
