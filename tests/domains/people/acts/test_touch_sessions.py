# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.domains.people import acts
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Session
from tests.domains.people.conftest import NOW


def test_sightings_move_forward_only(key: str) -> None:
    row = Session.objects.get(key_hash=hash_of(key))
    later = NOW + timedelta(minutes=2)

    acts.touch_sessions({row.pk: later})
    acts.touch_sessions({row.pk: NOW - timedelta(days=1)})
    acts.touch_sessions({})

    row.refresh_from_db()
    assert row.last_seen_at == later
