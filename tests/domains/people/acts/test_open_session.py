# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.domains.people import acts
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Session
from motcua.domains.people.queries import live_session
from motcua.kit.access import GUEST
from tests.domains.people.conftest import NOW


def test_the_key_is_kept_nowhere_and_never_given_twice(db: None) -> None:
    opened = [acts.open_session(actor=GUEST, at=NOW) for _ in range(20)]

    assert len({one.key for one in opened}) == 20
    for one in opened:
        row = Session.objects.get(pk=one.session_id)
        assert bytes(row.key_hash) == hash_of(one.key)


def test_a_session_of_a_guest_lives_a_day(db: None) -> None:
    key = acts.open_session(actor=GUEST, at=NOW).key

    assert live_session(hash_of(key), NOW + timedelta(hours=23, minutes=59)) is not None
    assert live_session(hash_of(key), NOW + timedelta(hours=24)) is None
