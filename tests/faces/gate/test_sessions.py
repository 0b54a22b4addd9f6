# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from motcua.domains.people import acts, queries
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Session
from motcua.domains.people.queries import LiveSession
from motcua.faces.gate import cache, sessions
from motcua.faces.gate.cache import SessionCache
from motcua.faces.gate.middleware import RequestActor
from motcua.faces.gate.sessions import SessionStore
from motcua.faces.gate.touches import Touches
from motcua.kit import clock
from motcua.kit.access import GUEST, SYSTEM
from tests.faces.gate.conftest import sign_in


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A hand-wound clock for the cache of the process."""
    now = [0.0]
    wound = SessionCache(
        lambda key_hash: queries.live_session(key_hash, clock.now()), ticks=lambda: now[0]
    )
    monkeypatch.setattr(sessions, "SESSIONS", wound)
    return now


@pytest.fixture
def signed_in(official: int, client: Client, ticks: list[float]) -> Client:
    sign_in(client)
    client.get("/tai-khoan/phien")
    return client


def test_a_revoked_session_is_refused_within_three_seconds(
    signed_in: Client, ticks: list[float]
) -> None:
    Session.objects.update(revoked_at=clock.now())

    ticks[0] = 2.9
    assert signed_in.get("/tai-khoan/phien").status_code == 200
    ticks[0] = 3.0
    assert signed_in.get("/tai-khoan/phien").status_code == 303


def test_a_post_that_ends_is_gone_within_three_seconds(
    signed_in: Client, official: int, ticks: list[float]
) -> None:
    today = clock.today()
    holding = queries.posts_of(official, on=today)[0]
    acts.end_post(actor=SYSTEM, holding_id=holding.holding_id, valid_to=today, at=clock.now())

    ticks[0] = 3.0

    assert signed_in.get("/tai-khoan/phien").wsgi_request.actor.posts == ()


def test_who_asks_costs_no_statement_while_remembered(signed_in: Client) -> None:
    request = RequestFactory().get("/")
    request.session = SessionStore(signed_in.cookies["session"].value)
    seen = []
    answer = RequestActor(lambda asked: seen.append(asked.actor) or signed_in.get("/ra"))

    with CaptureQueriesContext(connection) as statements:
        answer(request)

    assert len(statements) == 0
    assert seen[0].posts


def test_who_asks_costs_one_statement_otherwise(signed_in: Client, ticks: list[float]) -> None:
    ticks[0] = 100.0

    with CaptureQueriesContext(connection) as statements:
        signed_in.get("/ra")

    assert len(statements) == 1


def test_a_guest_costs_nothing_and_gets_no_cookie(db: None, client: Client) -> None:
    with CaptureQueriesContext(connection) as statements:
        answer = client.get("/vao/can-bo")

    assert len(statements) == 0
    assert "session" not in answer.cookies


def test_a_cookie_that_opens_nothing_is_taken_back(db: None, client: Client) -> None:
    client.cookies["session"] = "x" * 43

    answer = client.get("/vao/can-bo")

    assert answer.wsgi_request.actor is GUEST
    assert answer.cookies["session"].value == ""


def test_the_store_remembers_and_forgets(db: None) -> None:
    store = SessionStore()
    store["a"] = "Ước"
    store.save()
    again = SessionStore(store.session_key)

    assert again["a"] == "Ước"
    del again["a"]
    again.save()
    assert SessionStore(store.session_key).get("a") is None
    assert again.exists(store.session_key)
    again.flush()
    assert not Session.objects.exists()
    assert SessionStore(store.session_key).load() == {}


def test_cycling_the_key_keeps_what_is_remembered(db: None) -> None:
    store = SessionStore()
    store["a"] = 1
    store.save()
    before = store.session_key

    store.cycle_key()
    store.save()

    assert store.session_key != before
    assert SessionStore(store.session_key)["a"] == 1
    assert Session.objects.count() == 1


def test_an_ended_session_cannot_be_saved(db: None) -> None:
    store = SessionStore()
    store["a"] = 1
    store.save()
    Session.objects.all().delete()

    with pytest.raises(UpdateError):
        store.save()


def test_clearing_deletes_what_ended(db: None) -> None:
    acts.open_session(actor=GUEST, at=clock.now() - timedelta(days=2))
    acts.open_session(actor=GUEST, at=clock.now())

    SessionStore.clear_expired()

    assert Session.objects.count() == 1


def live(session_id: int = 7, minutes_ago: float = 5) -> LiveSession:
    seen = clock.now() - timedelta(minutes=minutes_ago)
    return LiveSession(session_id, "{}", seen, GUEST, 0)


def test_the_cache_asks_again_after_three_seconds_and_remembers_nothing_too() -> None:
    now, asked = [0.0], []
    kept = SessionCache(lambda key_hash: asked.append(key_hash), ticks=lambda: now[0])

    for now[0] in (0.0, 2.9, 3.0, 5.9, 6.0):
        kept.get(hash_of("a"))

    assert len(asked) == 3


def test_the_cache_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 10)
    kept = SessionCache(lambda key_hash: None)

    for number in range(100):
        kept.get(hash_of(str(number)))

    assert len(kept._kept) <= 10


def test_sightings_are_written_together_and_not_too_often() -> None:
    now, written = [0.0], []
    touches = Touches(lambda due: written.append(sorted(due)), ticks=lambda: now[0])

    touches.saw(live(1), clock.now())
    touches.saw(live(2), clock.now())
    touches.saw(live(3), clock.now())
    now[0] = 10.0
    touches.saw(live(4), clock.now())

    assert written == [[1], [2, 3, 4]]


def test_a_session_seen_within_the_minute_is_not_written() -> None:
    written = []
    touches = Touches(lambda due: written.append(due))

    touches.saw(live(1, minutes_ago=0.9), clock.now())

    assert written == []


def test_an_answer_does_not_fail_because_a_sighting_could_not_be_written(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(due: object) -> None:
        raise DatabaseError

    Touches(broken).saw(live(1), clock.now())

    assert "sightings not written" in caplog.text


def test_a_request_moves_last_seen(official: int, client: Client, ticks: list[float]) -> None:
    sign_in(client)
    Session.objects.update(last_seen_at=clock.now() - timedelta(minutes=10))

    client.get("/tai-khoan/phien")

    assert Session.objects.get().last_seen_at > clock.now() - timedelta(minutes=1)
