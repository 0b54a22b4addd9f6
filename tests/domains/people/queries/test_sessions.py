# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domains.people import acts
from motcua.domains.people.acts.hold_post import NewPost
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Account, Session
from motcua.domains.people.queries import live_session, sessions_of
from motcua.kit.access import GUEST, SYSTEM, ActorKind, Role
from tests.domains.people.conftest import NOW, OFFICE, PASSWORD


def test_one_statement_reads_session_account_and_posts(key: str) -> None:
    live_session(hash_of(key), NOW)

    with CaptureQueriesContext(connection) as statements:
        live = live_session(hash_of(key), NOW)

    assert len(statements) == 1
    assert live is not None
    assert live.actor.kind is ActorKind.OFFICIAL
    assert live.actor.posts[0].role == Role.SPECIALIST


def test_a_post_counts_from_its_first_to_its_last_day(
    key: str, official: int, department: int
) -> None:
    post = NewPost(
        unit_id=department, role=Role.LEADER, valid_from=date(2026, 11, 21),
        valid_to=date(2026, 11, 23),
    )  # fmt: skip
    acts.hold_post(actor=SYSTEM, account_id=official, post=post, at=NOW)

    def leads(days: int) -> bool:
        moment = NOW + timedelta(days=days)
        Session.objects.update(last_seen_at=moment, expires_at=moment + timedelta(hours=1))
        live = live_session(hash_of(key), moment)
        assert live is not None
        return bool(live.actor.posts_as(Role.LEADER))

    assert [leads(days) for days in range(4)] == [False, True, True, False]


def test_an_official_is_signed_out_after_a_quarter_of_an_hour_without_a_request(key: str) -> None:
    assert live_session(hash_of(key), NOW + timedelta(minutes=15)) is not None
    assert live_session(hash_of(key), NOW + timedelta(minutes=15, seconds=1)) is None


def test_an_administrator_after_five_minutes(make_official: Callable[..., int]) -> None:
    make_official("quan.tri", role=Role.UNIT_ADMIN)
    key = acts.sign_in(name="quan.tri", password=PASSWORD, origin=OFFICE, at=NOW).key

    assert live_session(hash_of(key), NOW + timedelta(minutes=5)) is not None
    assert live_session(hash_of(key), NOW + timedelta(minutes=5, seconds=1)) is None


def test_a_session_ends_with_the_working_day_however_busy(key: str) -> None:
    Session.objects.update(last_seen_at=NOW + timedelta(hours=12))

    assert live_session(hash_of(key), NOW + timedelta(hours=11, minutes=59)) is not None
    assert live_session(hash_of(key), NOW + timedelta(hours=12)) is None


def test_closing_the_account_ends_its_sessions(key: str, official: int) -> None:
    Account.objects.filter(pk=official).update(is_active=False)

    assert live_session(hash_of(key), NOW) is None


def test_a_guest_session_has_the_guest_as_actor(db: None) -> None:
    opened = acts.open_session(actor=GUEST, at=NOW, payload={"a": "b"})

    live = live_session(hash_of(opened.key), NOW)

    assert live is not None
    assert live.actor is GUEST
    assert live.payload == '{"a": "b"}'


def test_the_owner_sees_live_sessions_the_last_seen_first(key: str, official: int) -> None:
    second = acts.sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW)
    acts.sign_in(name="an.nv", password=PASSWORD, origin=OFFICE, at=NOW - timedelta(minutes=20))
    acts.touch_sessions({second.session_id: NOW + timedelta(minutes=1)})

    cards = sessions_of(second.actor, at=NOW, current_id=second.session_id)

    assert [card.current for card in cards] == [True, False]
    assert cards[0].device == "Chrome, Windows"
