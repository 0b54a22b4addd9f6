# SPDX-License-Identifier: Apache-2.0
"""Domain events: frozen dataclasses written to the outbox inside the act's transaction."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from motcua.kit.models import OutboxEvent


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
    OutboxEvent.objects.create(
        topic=type(event).__name__,
        subject=event.subject,
        payload=payload_of(event),
        at=event.at,
    )
