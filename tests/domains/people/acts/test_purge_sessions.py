# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from motcua.domains.people import acts
from motcua.domains.people.models import Session
from motcua.kit.access import GUEST
from tests.domains.people.conftest import NOW


def test_purging_keeps_peoples_sessions_for_a_month_and_guests_not(key: str) -> None:
    acts.open_session(actor=GUEST, at=NOW)

    assert acts.purge_sessions(at=NOW + timedelta(days=2)) == 1
    assert acts.purge_sessions(at=NOW + timedelta(days=31)) == 1
    assert not Session.objects.exists()
