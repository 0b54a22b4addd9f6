# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.people import acts
from motcua.domains.people.acts.hold_post import NewPost, PeriodBackwards, PostOverlaps
from motcua.domains.people.models import Holding
from motcua.domains.people.queries import actor_of, holders, posts_of
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import OutboxEvent
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


def test_a_post_may_be_taken_again_from_the_day_it_ended(official: int, department: int) -> None:
    holding = posts_of(official, on=TODAY)[0]
    acts.end_post(actor=SYSTEM, holding_id=holding.holding_id, valid_to=TODAY, at=NOW)

    acts.hold_post(actor=SYSTEM, account_id=official, post=specialist(department, TODAY), at=NOW)

    assert len(posts_of(official, on=TODAY)) == 1


def test_a_post_ended_today_gives_no_authority_today(official: int) -> None:
    holding = posts_of(official, on=TODAY)[0]

    acts.end_post(actor=SYSTEM, holding_id=holding.holding_id, valid_to=TODAY, at=NOW)

    assert actor_of(official, NOW).posts == ()
    assert OutboxEvent.objects.filter(topic="PostEnded").count() == 1


def test_periods_do_not_run_backwards(official: int, department: int) -> None:
    backwards = specialist(department, TODAY, date(2026, 1, 1))

    with pytest.raises(PeriodBackwards):
        acts.hold_post(actor=SYSTEM, account_id=official, post=backwards, at=NOW)
    with pytest.raises(PeriodBackwards):
        acts.end_post(
            actor=SYSTEM, holding_id=posts_of(official, on=TODAY)[0].holding_id,
            valid_to=date(2024, 1, 1), at=NOW,
        )  # fmt: skip


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


def test_a_post_needs_a_unit_and_an_official(official: int, department: int) -> None:
    with pytest.raises(NotFound):
        acts.hold_post(actor=SYSTEM, account_id=official, post=specialist(0, TODAY), at=NOW)
    with pytest.raises(NotFound):
        acts.hold_post(actor=SYSTEM, account_id=0, post=specialist(department, TODAY), at=NOW)
    with pytest.raises(NotFound):
        acts.end_post(actor=SYSTEM, holding_id=0, valid_to=TODAY, at=NOW)


def test_holders_of_a_unit_are_found_by_role(official: int, department: int) -> None:
    assert [card.account_id for card in holders(department, on=TODAY)] == [official]
    assert holders(department, on=TODAY, role=Role.LEADER) == ()
    assert holders(department, on=date(2025, 6, 30)) == ()
