# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.people import acts
from motcua.domains.people.keys import hash_of
from motcua.domains.people.models import Session
from motcua.domains.people.queries import live_session
from motcua.kit.access import GUEST
from tests.domains.people.conftest import NOW


def test_the_row_of_a_guest_goes_and_that_of_a_person_stays_as_a_trace(key: str) -> None:
    guest = acts.open_session(actor=GUEST, at=NOW).key

    acts.end_session(key=guest, at=NOW)
    acts.end_session(key=key, at=NOW)

    assert Session.objects.get().revoked_at == NOW
    assert live_session(hash_of(key), NOW) is None
