# SPDX-License-Identifier: Apache-2.0
"""Django's session engine on the rows of people.Session (setting SESSION_ENGINE)."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.sessions.backends.base import SessionBase, UpdateError

from motcua.domains.people import acts as people
from motcua.domains.people.keys import hash_of
from motcua.domains.people.queries import LiveSession
from motcua.faces.gate.cache import SESSIONS
from motcua.kit import clock
from motcua.kit.access import GUEST, Actor


class SessionStore(SessionBase):
    """A session read through the cache and written only when it was changed.

    A guest gets a row only when a page has something to remember. Signing in always opens a new
    row under a new key; what the guest's row remembered moves there.
    """

    def live(self) -> LiveSession | None:
        """Return the row behind the cookie; a cookie that opens nothing is given up."""
        key = self.session_key
        live = SESSIONS.get(hash_of(key)) if key else None
        if live is None:
            self._session_key = None
        return live

    @property
    def actor(self) -> Actor:
        """Return who is signed in, or GUEST."""
        live = self.live()
        return live.actor if live else GUEST

    def load(self) -> dict[str, Any]:
        """Return what is remembered."""
        live = self.live()
        return dict(json.loads(live.payload)) if live else {}

    def exists(self, session_key: str) -> bool:
        """Return whether the key opens a session."""
        return SESSIONS.get(hash_of(session_key)) is not None

    def create(self) -> None:
        """Open a guest's row with what is to be remembered."""
        payload = self._get_session(no_load=True)
        opened = people.open_session(actor=GUEST, at=clock.now(), payload=payload)
        self._session_key = opened.key
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Write what is to be remembered. Raises UpdateError when the session has ended."""
        key = self.session_key
        if must_create or key is None:
            self.create()
            return
        if not people.save_session(key=key, payload=self._get_session()):
            raise UpdateError
        SESSIONS.forget(hash_of(key))

    def delete(self, session_key: str | None = None) -> None:
        """Forget a guest's row, or end a person's session; the row stays as a trace."""
        key = session_key or self.session_key
        if key:
            people.end_session(key=key, at=clock.now())
            SESSIONS.forget(hash_of(key))

    def adopt(self, key: str) -> None:
        """Go on under the key of a session that somebody has just signed in to."""
        remembered = {
            name: value for name, value in self._session.items() if name not in LEFT_BEHIND
        }
        self.delete()
        self._session_key = key
        self._session_cache = remembered
        self.accessed = True
        self.modified = True

    def leave(self) -> None:
        """Forget the session that has just been ended; the cookie goes with the answer."""
        if self.session_key:
            SESSIONS.forget(hash_of(self.session_key))
        self._session_cache = {}
        self._session_key = None
        self.modified = True

    @classmethod
    def clear_expired(cls) -> None:
        """Delete what ended long enough ago."""
        people.purge_sessions(at=clock.now())


LEFT_BEHIND = frozenset({"socialaccount_states"})  # the way to VNeID and back is over
