# SPDX-License-Identifier: Apache-2.0
"""Domain events: frozen dataclasses written to the outbox inside the act's transaction."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The base of every event; `subject` orders the events of one dossier or account."""

    subject: str
    at: datetime
    actor_code: str


def payload_of(event: Event) -> dict[str, Any]:
    """Return the plain JSON values of an event."""
    values = asdict(event)
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def emit(event: Event) -> None:
    """Write the event to the outbox; it is told only if the surrounding transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kit_outboxevent (topic, subject, payload, at, state, attempts, error)"
            " VALUES (%s, %s, %s, %s, 0, 0, '')",
            [type(event).__name__, event.subject, Jsonb(payload_of(event)), event.at],
        )
