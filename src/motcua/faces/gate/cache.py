# SPDX-License-Identifier: Apache-2.0
"""What a process remembers of sessions for a few seconds, so that one page asks only once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import islice

from motcua.domains.people import queries as people
from motcua.domains.people.queries import LiveSession
from motcua.kit import clock

FRESH_SECONDS = 3.0  # a revoked session is refused everywhere at the latest after this
MOST = 20_000

Read = Callable[[bytes], LiveSession | None]


class SessionCache:
    """Sessions by the hash of their key; what does not exist is remembered too."""

    def __init__(self, read: Read, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._ticks = ticks
        self._kept: dict[bytes, tuple[float, LiveSession | None]] = {}
        self._lock = threading.Lock()

    def get(self, key_hash: bytes) -> LiveSession | None:
        """Return the session, at most FRESH_SECONDS behind the database."""
        kept, now = self._kept.get(key_hash), self._ticks()
        if kept is not None and now - kept[0] < FRESH_SECONDS:
            return kept[1]
        fresh = self._read(key_hash)
        if len(self._kept) >= MOST:
            self._make_room()
        self._kept[key_hash] = (now, fresh)
        return fresh

    def forget(self, key_hash: bytes) -> None:
        """Make the next reader look at the database."""
        self._kept.pop(key_hash, None)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def _make_room(self) -> None:
        with self._lock:
            for key_hash in list(islice(self._kept, MOST // 2)):
                self._kept.pop(key_hash, None)


def _read_now(key_hash: bytes) -> LiveSession | None:
    return people.live_session(key_hash, clock.now())


SESSIONS = SessionCache(_read_now)
