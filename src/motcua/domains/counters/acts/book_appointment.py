# SPDX-License-Identifier: Apache-2.0
"""Book a time at a centre."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.acts.take_ticket import must_be_open
from motcua.domains.counters.commands import begin, new_code
from motcua.domains.counters.models import Appointment, AppointmentState, Window
from motcua.domains.units import queries as units
from motcua.kit import idempotency
from motcua.kit.access import Actor, ActorKind
from motcua.kit.commands import By
from motcua.kit.faults import Fault
from motcua.rules.queueing import slots_open

MOST_PER_ACCOUNT = 3


class SlotFull(Fault):
    """Somebody was faster."""

    status = 409
    sentence = gettext_lazy("This time is taken. Choose another one.")


class SlotClosed(Fault):
    """No appointment can be made for this moment."""

    sentence = gettext_lazy("No appointments are given for this time. Choose one of those shown.")


class TooManyBooked(Fault):
    """One person holds enough appointments."""

    status = 409
    sentence = gettext_lazy("You already have %(most)s appointments. Cancel one of them first.")


@transaction.atomic
def book_appointment(*, by: By, unit_id: int, letter: str, starts_at: datetime) -> str:
    """Return the code of the appointment; the same key gives the same one.

    A time holds as many as the centre has windows in use; the queue of the day is held meanwhile.
    Raises LineClosed, SlotClosed, SlotFull, TooManyBooked.
    """
    code = new_code()
    if not begin(by, "book_appointment", unit_id, code, made=True):
        return str(idempotency.subject_of(by.key))
    must_be_open(unit_id, letter)
    if starts_at not in slots_open(units.work_calendar(unit_id), at=by.at):
        raise SlotClosed
    booked = Appointment.objects.filter(state=AppointmentState.BOOKED)
    if booked.filter(unit_id=unit_id, starts_at=starts_at).count() >= _capacity(unit_id):
        raise SlotFull
    account_id = _account_id(by.actor)
    own = booked.filter(account_id=account_id, starts_at__gt=by.at)
    if account_id is not None and own.count() >= MOST_PER_ACCOUNT:
        raise TooManyBooked(most=MOST_PER_ACCOUNT)
    Appointment.objects.create(
        unit_id=unit_id, starts_at=starts_at, letter=letter, code=code,
        account_id=account_id, booked_at=by.at,
    )  # fmt: skip
    return code


def _capacity(unit_id: int) -> int:
    return Window.objects.filter(unit_id=unit_id, in_use=True).count()


def _account_id(actor: Actor) -> int | None:
    return actor.account_id if actor.kind is ActorKind.CITIZEN else None
