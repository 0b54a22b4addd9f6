# SPDX-License-Identifier: Apache-2.0
"""What the screens read of queues and appointments."""

from __future__ import annotations

from motcua.domains.counters.queries.appointments import (
    AppointmentCard,
    appointment,
    appointments_of,
    free_slots,
)
from motcua.domains.counters.queries.queue import (
    Line,
    Queue,
    Seat,
    TicketCard,
    WindowCard,
    is_arranged,
    lines,
    queue,
    seat_of,
    ticket,
    version,
    window_at,
    windows,
)

__all__ = [
    "AppointmentCard",
    "Line",
    "Queue",
    "Seat",
    "TicketCard",
    "WindowCard",
    "appointment",
    "appointments_of",
    "free_slots",
    "is_arranged",
    "lines",
    "queue",
    "seat_of",
    "ticket",
    "version",
    "window_at",
    "windows",
]
