# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.people import acts
from motcua.domains.people.acts.hold_post import NewPost, PeriodBackwards
from motcua.domains.people.queries import actor_of, posts_of
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import OutboxEvent
from tests.domains.people.conftest import NOW, TODAY


def test_a_post_may_be_taken_again_from_the_day_it_ended(official: int, department: int) -> None:
    holding = posts_of(official, on=TODAY)[0]
    acts.end_post(actor=SYSTEM, holding_id=holding.holding_id, valid_to=TODAY, at=NOW)

    again = NewPost(unit_id=department, role=Role.SPECIALIST, valid_from=TODAY)
    acts.hold_post(actor=SYSTEM, account_id=official, post=again, at=NOW)

    assert len(posts_of(official, on=TODAY)) == 1


def test_a_post_ended_today_gives_no_authority_today(official: int) -> None:
    holding = posts_of(official, on=TODAY)[0]

    acts.end_post(actor=SYSTEM, holding_id=holding.holding_id, valid_to=TODAY, at=NOW)

    assert actor_of(official, NOW).posts == ()
    assert OutboxEvent.objects.filter(topic="PostEnded").count() == 1


def test_a_post_does_not_end_before_it_began_nor_if_there_is_none(official: int) -> None:
    holding = posts_of(official, on=TODAY)[0].holding_id

    with pytest.raises(PeriodBackwards):
        acts.end_post(actor=SYSTEM, holding_id=holding, valid_to=date(2024, 1, 1), at=NOW)
    with pytest.raises(NotFound):
        acts.end_post(actor=SYSTEM, holding_id=0, valid_to=TODAY, at=NOW)


def test_nobody_ends_their_own_post(official: int) -> None:
    holding = posts_of(official, on=TODAY)[0].holding_id

    with pytest.raises(NotPermitted):
        acts.end_post(actor=actor_of(official, NOW), holding_id=holding, valid_to=TODAY, at=NOW)
