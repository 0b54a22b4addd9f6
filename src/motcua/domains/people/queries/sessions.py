# SPDX-License-Identifier: Apache-2.0
"""Sessions: the one read that most requests make, and the list an owner sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from motcua.domains.people import limits
from motcua.domains.people.actors import make_actor
from motcua.domains.people.models import Session
from motcua.kit.access import GUEST, Actor
from motcua.kit.clock import VN

# One round trip for session, account and posts: nearly every request of a signed-in person
# makes it, because people think longer than the cache remembers.
_LIVE = """
SELECT s.id, s.payload::text, s.last_seen_at, a.id, a.code, a.full_name, a.kind, a.identity_level,
       (SELECT string_agg(h.unit_id || ' ' || h.role, ',' ORDER BY h.id)
          FROM people_holding h
         WHERE h.account_id = s.account_id AND h.valid_from <= %(day)s
           AND (h.valid_to IS NULL OR h.valid_to > %(day)s)),
       (SELECT string_agg(d.unit_id || ' ' || d.role || ' ' || b.code, ',' ORDER BY d.id)
          FROM people_delegation d
          JOIN people_account b ON b.id = d.absent_id
          JOIN people_holding h ON h.account_id = d.absent_id AND h.unit_id = d.unit_id
           AND h.role = d.role AND h.valid_from <= %(day)s
           AND (h.valid_to IS NULL OR h.valid_to > %(day)s)
         WHERE d.stand_in_id = s.account_id AND d.valid_from <= %(day)s AND d.valid_to > %(day)s)
  FROM people_session s LEFT JOIN people_account a ON a.id = s.account_id
 WHERE s.key_hash = %(key_hash)s AND s.revoked_at IS NULL AND s.expires_at > %(at)s
   AND (s.account_id IS NULL OR a.is_active)
"""


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session that may be used now; `payload` is JSON text, guests have the actor GUEST."""

    id: int
    payload: str
    last_seen_at: datetime
    actor: Actor
    identity_level: int


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A line of the list of one's own sessions."""

    id: int
    device: str
    created_at: datetime
    last_seen_at: datetime
    current: bool


def live_session(key_hash: bytes, at: datetime) -> LiveSession | None:
    """Return the session unless it was revoked, ran out, lay idle too long or lost its account."""
    day = at.astimezone(VN).date()
    with connection.cursor() as cursor:
        cursor.execute(_LIVE, {"key_hash": key_hash, "at": at, "day": day})
        row = cursor.fetchone()
    if row is None:
        return None
    session_id, payload, seen_at, account_id, code, name, kind, level, own, others = row
    held = [*_split(own), *_split(others)]
    actor = GUEST if account_id is None else make_actor(account_id, code, name, kind, held)
    if at - seen_at > limits.at(at).idle(actor):
        return None
    return LiveSession(session_id, payload, seen_at, actor, level or 0)


def sessions_of(actor: Actor, *, at: datetime, current_id: int | None) -> tuple[SessionCard, ...]:
    """Return the actor's sessions that can still be used, the last seen first."""
    rows = Session.objects.filter(
        account_id=actor.account_id, revoked_at__isnull=True, expires_at__gt=at,
        last_seen_at__gt=at - limits.at(at).idle(actor),
    )  # fmt: skip
    fields = rows.order_by("-last_seen_at").values_list(
        "pk", "device", "created_at", "last_seen_at"
    )
    return tuple(SessionCard(*row, current=row[0] == current_id) for row in fields)


def _split(listed: str | None) -> Iterator[tuple[int, str, str]]:
    for one in listed.split(",") if listed else ():
        unit_id, role, *absent = one.split(" ")
        yield int(unit_id), role, absent[0] if absent else ""
