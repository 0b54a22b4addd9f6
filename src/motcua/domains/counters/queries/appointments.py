# SPDX-License-Identifier: Apache-2.0
"""Times at the counters: free ones, and those somebody has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.counters.models import Appointment, AppointmentState, Window
from motcua.domains.units import queries as units
from motcua.kit.faults import NotFound
from motcua.rules.queueing import slots_open


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """An appointment as its holder sees it."""

    code: str
    unit_id: int
    letter: str
    starts_at: datetime
    state: str
    ticket_code: str


def free_slots(unit_id: int, *, at: datetime) -> tuple[datetime, ...]:
    """Return the times that still have room, soonest first (+07:00)."""
    slots = slots_open(units.work_calendar(unit_id), at=at)
    booked = Counter(
        Appointment.objects.filter(
            unit_id=unit_id, state=AppointmentState.BOOKED, starts_at__gt=at
        ).values_list("starts_at", flat=True)
    )
    capacity = Window.objects.filter(unit_id=unit_id, in_use=True).count()
    return tuple(slot for slot in slots if booked[slot] < capacity)


def appointment(code: str) -> AppointmentCard:
    """Return an appointment by its code. Raises NotFound."""
    row = Appointment.objects.select_related("ticket").filter(code=code.upper()).first()
    if row is None:
        raise NotFound
    return _card(row)


def appointments_of(account_id: int, *, at: datetime) -> tuple[AppointmentCard, ...]:
    """Return what a citizen has booked for later, soonest first."""
    rows = Appointment.objects.select_related("ticket").filter(
        account_id=account_id, state=AppointmentState.BOOKED, starts_at__gt=at
    )
    return tuple(_card(row) for row in rows.order_by("starts_at"))


def _card(row: Appointment) -> AppointmentCard:
    ticket_code = row.ticket.code if row.ticket else ""
    return AppointmentCard(row.code, row.unit_id, row.letter, row.starts_at, row.state, ticket_code)
