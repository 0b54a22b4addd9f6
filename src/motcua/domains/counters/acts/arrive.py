# SPDX-License-Identifier: Apache-2.0
"""Come for an appointment: its code becomes a number that is called before the others."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.acts.cancel_appointment import AppointmentOver
from motcua.domains.counters.acts.take_ticket import issue
from motcua.domains.counters.commands import begin, new_code
from motcua.domains.counters.models import Appointment, AppointmentState, Ticket
from motcua.kit.access import ActorKind, NotPermitted, Role
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound

EARLY, LATE = timedelta(minutes=30), timedelta(minutes=15)


class NotNow(Fault):
    """Too early or too late for the appointment."""

    status = 409
    sentence = gettext_lazy(
        "An appointment is good from 30 minutes before its time until 15 minutes after."
        " Take an ordinary number."
    )


@transaction.atomic
def arrive(*, by: By, unit_id: int, code: str) -> str:
    """Return the code of the ticket; the same appointment gives the same ticket.

    Raises NotPermitted, NotFound, NotNow, AppointmentOver, LineClosed.
    """
    if by.actor.kind is not ActorKind.GUEST and by.actor.post(Role.COUNTER, unit_id) is None:
        raise NotPermitted
    rows = Appointment.objects.select_for_update().filter(unit_id=unit_id, code=code.upper())
    appointment = rows.first()
    if appointment is None:
        raise NotFound
    if appointment.ticket_id is not None:
        return str(Ticket.objects.values_list("code", flat=True).get(pk=appointment.ticket_id))
    if appointment.state != AppointmentState.BOOKED:
        raise AppointmentOver
    if not appointment.starts_at - EARLY <= by.at <= appointment.starts_at + LATE:
        raise NotNow
    begin(by, "arrive", unit_id, appointment.code)
    ticket = issue(by, unit_id, appointment.letter, code=new_code(), booked=True)
    rows.filter(pk=appointment.pk).update(state=AppointmentState.ARRIVED, ticket=ticket)
    return ticket.code
