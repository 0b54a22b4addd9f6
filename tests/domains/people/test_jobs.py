# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

from procrastinate.contrib.django import app

from motcua.domains.people.acts.open_session import open_session
from motcua.domains.people.jobs import clear_sessions
from motcua.domains.people.models import Session
from motcua.kit import clock
from motcua.kit.access import GUEST


def test_the_worker_finds_the_nightly_clearing() -> None:
    assert "people.purge_sessions" in app.tasks


def test_the_nightly_clearing_deletes_what_ended(db: None) -> None:
    open_session(actor=GUEST, at=clock.now() - timedelta(days=2))

    clear_sessions(timestamp=0)

    assert not Session.objects.exists()
