# SPDX-License-Identifier: Apache-2.0
"""Open a session for a guest or for somebody who has just proved who they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domains.people import keys, limits
from motcua.domains.people.models import Session
from motcua.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session; `key` goes into the cookie and is kept nowhere.

    `must_choose` says that the password was given by somebody else and is good for once.
    """

    key: str
    session_id: int
    actor: Actor
    must_choose: bool = False


def open_session(
    *, actor: Actor, at: datetime, device: str = "", payload: Mapping[str, Any] | None = None
) -> Opened:
    """Write the row under the hash of a fresh key; guests have no account on it."""
    key = keys.new_session_key()
    row = Session.objects.create(
        key_hash=keys.hash_of(key),
        account_id=actor.account_id,
        device=device[:80],
        payload=dict(payload or {}),
        created_at=at,
        last_seen_at=at,
        expires_at=at + limits.at(at).lifetime(actor),
    )
    return Opened(key, row.pk, actor)
