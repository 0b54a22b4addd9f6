# SPDX-License-Identifier: Apache-2.0
"""Tables of the counters."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class TicketLine(models.Model):
    """One line of waiting people in a centre, such as "A: civil status"."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    letter = models.CharField(max_length=1)
    title_vi = models.CharField(max_length=80)
    title_en = models.CharField(max_length=80)
    open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "letter"], name="line_once_per_unit")
        ]


class Window(models.Model):
    """One place where an officer serves people; `lines` are the letters it calls."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    lines = ArrayField(models.CharField(max_length=1), default=list)
    in_use = models.BooleanField(default=True)
    officer_code = models.CharField(max_length=80, blank=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="window_once_per_unit"),
            models.UniqueConstraint(
                fields=["officer_code"],
                condition=~Q(officer_code=""),
                name="window_one_per_officer",
            ),
        ]


class TicketState(models.TextChoices):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    MISSED = "missed"
    DONE = "done"


AT_A_WINDOW = (TicketState.CALLED, TicketState.SERVING)


class Ticket(models.Model):
    """One number of one day; `code` is what its holder follows it by."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    letter = models.CharField(max_length=1)
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10, unique=True)
    state = models.CharField(max_length=8, choices=TicketState, default=TicketState.WAITING)
    booked = models.BooleanField(default=False)  # came at the time of an appointment
    taken_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    calls = models.PositiveSmallIntegerField(default=0)
    served_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    window = models.ForeignKey(Window, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "on", "letter", "number"], name="ticket_number_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["window"],
                condition=Q(state__in=[*AT_A_WINDOW]),
                name="ticket_one_at_a_window",
            ),
        ]
        indexes = [models.Index(fields=["unit", "on", "state"], name="ticket_day")]


class TicketCounter(models.Model):
    """The last number a line gave out on a day."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    letter = models.CharField(max_length=1)
    last = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "on", "letter"], name="counter_of_a_line")
        ]


class QueueDay(models.Model):
    """How often the queue of a centre has changed on a day: what screens compare before asking."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "on"], name="queue_day_of_a_unit")]


class AppointmentState(models.TextChoices):
    """What came of an appointment."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    ARRIVED = "arrived"


class Appointment(models.Model):
    """A time at a centre; whoever has the code has the appointment, no name is kept."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    letter = models.CharField(max_length=1)
    code = models.CharField(max_length=10, unique=True)
    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(
        max_length=9, choices=AppointmentState, default=AppointmentState.BOOKED
    )
    booked_at = models.DateTimeField()
    ticket = models.OneToOneField(Ticket, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "starts_at"], name="appointment_time")]
