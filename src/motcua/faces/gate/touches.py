# SPDX-License-Identifier: Apache-2.0
"""Noting when sessions were last seen: once a minute each, and many in one statement."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import DatabaseError

from motcua.domains.people import acts as people
from motcua.domains.people.queries import LiveSession

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
PAUSE_SECONDS = 10.0  # between two statements of one process

Write = Callable[[Mapping[int, datetime]], None]


class Touches:
    """Collects sightings and writes them after an answer, at most every PAUSE_SECONDS."""

    def __init__(self, write: Write, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._write = write
        self._ticks = ticks
        self._seen: dict[int, datetime] = {}
        self._written = float("-inf")
        self._lock = threading.Lock()

    def saw(self, live: LiveSession, at: datetime) -> None:
        """Note a request of this session, and write if it is time."""
        if at - live.last_seen_at < EVERY:
            return
        due: dict[int, datetime] = {}
        with self._lock:
            self._seen[live.id] = at
            if self._ticks() - self._written >= PAUSE_SECONDS:
                due, self._seen = self._seen, {}
                self._written = self._ticks()
        if due:
            self._flush(due)

    def _flush(self, due: Mapping[int, datetime]) -> None:
        """Write; an answer that is ready never fails because of this."""
        try:
            self._write(due)
        except DatabaseError as error:
            log.warning("sightings not written: %s", type(error).__name__)


TOUCHES = Touches(people.touch_sessions)
