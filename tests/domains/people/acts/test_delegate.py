# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from motcua.domains.people.acts.delegate import (
    Absence,
    AbsenceReason,
    DaysWrong,
    DelegationOverlaps,
    NotAColleague,
    NotDelegable,
    delegate,
)
from motcua.domains.people.acts.end_post import end_post
from motcua.domains.people.acts.hold_post import PeriodBackwards
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Delegation, Holding
from motcua.domains.people.queries import actor_of, delegations_in, live_session
from motcua.kit.access import SYSTEM, NotPermitted, Post, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD, TODAY

Officials = Callable[..., int]


@pytest.fixture
def absence(make_official: Officials, department: int) -> Absence:
    """A leader away for three days, the specialist `binh` in the leader's place."""
    return Absence(
        absent_id=make_official("dung", role=Role.LEADER),
        stand_in_id=make_official("binh"),
        unit_id=department,
        role=Role.LEADER,
        valid_from=TODAY,
        valid_to=TODAY + timedelta(days=3),
        reason="Đi công tác",
    )


def named(absence: Absence) -> int:
    me = actor_of(absence.absent_id, NOW)
    return delegate(actor=me, at=NOW, key=uuid4(), absence=absence)


def test_the_stand_in_holds_the_post_on_these_days_only(absence: Absence) -> None:
    named(absence)

    absent = actor_of(absence.absent_id, NOW)
    for days, holds in ((0, True), (2, True), (3, False)):
        found = actor_of(absence.stand_in_id, NOW + timedelta(days=days))
        post = found.post(Role.LEADER, absence.unit_id)
        assert (post is not None) is holds
    post = actor_of(absence.stand_in_id, NOW).post(Role.LEADER, absence.unit_id)
    assert post == Post(absence.unit_id, "H05.42", "leader", absent.code)
    assert post.label == f"leader@H05.42/{absent.code}"


def test_a_session_knows_whom_its_owner_stands_in_for(absence: Absence) -> None:
    named(absence)
    key = sign_in(name="binh", password=PASSWORD, origin=OFFICE, at=NOW).key

    live = live_session(hash_of(key), NOW)

    assert live is not None
    assert [post.role for post in live.actor.posts] == ["specialist", "leader"]
    assert live.actor == actor_of(absence.stand_in_id, NOW)


def test_a_post_that_has_ended_is_not_stood_in_for(absence: Absence) -> None:
    named(absence)
    holding = Holding.objects.get(account_id=absence.absent_id)

    end_post(actor=SYSTEM, holding_id=holding.pk, valid_to=TODAY, at=NOW)

    assert actor_of(absence.stand_in_id, NOW).post(Role.LEADER, absence.unit_id) is None


def test_a_stand_in_cannot_hand_the_post_on(absence: Absence, make_official: Officials) -> None:
    named(absence)
    third = make_official("chi")
    onward = replace(absence, absent_id=absence.stand_in_id, stand_in_id=third)

    with pytest.raises(NotDelegable):
        named(onward)


def test_own_posts_are_not_held_twice(absence: Absence, make_official: Officials) -> None:
    colleague = make_official("em")
    both = replace(absence, absent_id=colleague, role=Role.SPECIALIST)
    named(both)

    posts = actor_of(absence.stand_in_id, NOW).posts

    assert [(post.role, post.for_code) for post in posts] == [("specialist", "")]


def test_the_same_command_names_once_and_is_written_down(absence: Absence) -> None:
    me, key = actor_of(absence.absent_id, NOW), uuid4()

    ids = {delegate(actor=me, at=NOW, key=key, absence=absence) for _ in range(2)}

    assert ids == {Delegation.objects.get().pk}
    entry = AuditEntry.objects.get(act="delegate")
    assert entry.chain == f"account:{me.code}"
    assert entry.payload["to"] == "2026-11-23"
    card = delegations_in(absence.unit_id, on=TODAY)[0]
    assert (card.absent_code, card.reason) == (me.code, "Đi công tác")


def test_the_administrator_of_the_unit_may_name_and_a_colleague_may_not(
    absence: Absence, make_official: Officials
) -> None:
    stranger = actor_of(absence.stand_in_id, NOW)
    admin = actor_of(make_official("quan.tri", role=Role.UNIT_ADMIN), NOW)

    with pytest.raises(NotPermitted):
        delegate(actor=stranger, at=NOW, key=uuid4(), absence=absence)
    delegate(actor=admin, at=NOW, key=uuid4(), absence=absence)

    assert Delegation.objects.get().named_by == admin.code


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"valid_to": TODAY}, PeriodBackwards),
        ({"valid_from": TODAY - timedelta(days=1)}, DaysWrong),
        ({"valid_to": date(2027, 6, 1)}, DaysWrong),
        ({"role": Role.SPECIALIST}, NotDelegable),
        ({"role": Role.OPERATOR}, NotDelegable),
        ({"reason": "  "}, AbsenceReason),
        ({"reason": "x" * 301}, AbsenceReason),
        ({"reason": "\ud800"}, AbsenceReason),
        ({"stand_in_id": 0}, NotFound),
    ],
)
def test_what_cannot_be_handed_on_is_refused(
    absence: Absence, changes: dict[str, object], fault: type
) -> None:
    with pytest.raises(fault):
        named(replace(absence, **changes))

    assert not Delegation.objects.exists()


def test_a_stand_in_is_somebody_else_of_the_unit(
    absence: Absence, make_official: Officials
) -> None:
    outsider = make_official("ngoai", role=None)

    for stand_in_id in (absence.absent_id, outsider):
        with pytest.raises((NotAColleague, NotFound)):
            named(replace(absence, stand_in_id=stand_in_id))


def test_two_do_not_stand_in_at_once(absence: Absence, make_official: Officials) -> None:
    named(absence)
    other = replace(absence, stand_in_id=make_official("chi"), valid_from=TODAY + timedelta(1))

    with pytest.raises(DelegationOverlaps):
        named(other)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delegation.objects.create(
            absent_id=other.absent_id, stand_in_id=other.stand_in_id, unit_id=other.unit_id,
            role="leader", valid_from=other.valid_from, valid_to=other.valid_to, at=NOW,
        )  # fmt: skip
