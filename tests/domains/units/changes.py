# SPDX-License-Identifier: Apache-2.0
"""Changes of the calendar as a relay tells of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from motcua.kit.models import OutboxEvent
from motcua.kit.relay import Told


def tell_twice(handler: Callable[[Sequence[Told]], None]) -> None:
    """Let a handler hear of all changes so far, twice as a relay may."""
    events = [
        Told(event.id, event.topic, event.subject, event.at, event.payload)
        for event in OutboxEvent.objects.filter(topic="CalendarChanged")
    ]
    for _ in range(2):
        handler(events)
