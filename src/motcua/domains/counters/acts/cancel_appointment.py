# SPDX-License-Identifier: Apache-2.0
"""Give an appointment back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.commands import begin
from motcua.domains.counters.models import Appointment, AppointmentState
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound


class AppointmentOver(Fault):
    """It was used or given back before."""

    status = 409
    sentence = gettext_lazy("This appointment was used or cancelled before.")


@transaction.atomic
def cancel_appointment(*, by: By, code: str) -> None:
    """Free the time; whoever has the code may do it. Raises NotFound, AppointmentOver."""
    appointment = Appointment.objects.select_for_update().filter(code=code).first()
    if appointment is None:
        raise NotFound
    if not begin(by, "cancel_appointment", appointment.unit_id, code):
        return
    if appointment.state != AppointmentState.BOOKED:
        raise AppointmentOver
    Appointment.objects.filter(pk=appointment.pk).update(state=AppointmentState.CANCELLED)
