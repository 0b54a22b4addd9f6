# SPDX-License-Identifier: Apache-2.0
"""Timed work of people."""

from __future__ import annotations

from procrastinate.contrib.django import app

from motcua.domains.people.acts.purge_sessions import purge_sessions
from motcua.kit import attempts, clock


@app.periodic(cron="20 2 * * *")
@app.task(queue="people", queueing_lock="purge_sessions", name="people.purge_sessions")
def clear_sessions(timestamp: int) -> None:
    """Delete sessions that ended long ago and counters whose window is over, every night."""
    purge_sessions(at=clock.now())
    attempts.purge(at=clock.now())
