# SPDX-License-Identifier: Apache-2.0
"""Give out the next number of a line."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.commands import begin, new_code, record
from motcua.domains.counters.models import Ticket, TicketLine
from motcua.kit import idempotency
from motcua.kit.access import ActorKind, NotPermitted, Role
from motcua.kit.commands import By
from motcua.kit.faults import Fault

NEXT = (
    'INSERT INTO counters_ticketcounter AS c (unit_id, "on", letter, last) VALUES (%s, %s, %s, 1)'
    ' ON CONFLICT (unit_id, "on", letter) DO UPDATE SET last = c.last + 1 RETURNING last'
)
MOST_A_DAY = 999


class LineClosed(Fault):
    """The centre has no such line, or it gives no numbers now."""

    status = 409
    sentence = gettext_lazy("This line gives no numbers. Choose another one.")


@transaction.atomic
def take_ticket(*, by: By, unit_id: int, letter: str) -> str:
    """Return the code of the new ticket; the same key gives the same ticket.

    Officers of the centre's counters and its own ticket machine (a guest) may take one; numbers
    run per line and day without gaps. Raises NotPermitted, LineClosed.
    """
    if by.actor.kind is not ActorKind.GUEST and by.actor.post(Role.COUNTER, unit_id) is None:
        raise NotPermitted
    code = new_code()
    if not begin(by, "take_ticket", unit_id, code, made=True):
        return str(idempotency.subject_of(by.key))
    return issue(by, unit_id, letter, code=code).code


def issue(by: By, unit_id: int, letter: str, *, code: str, booked: bool = False) -> Ticket:
    """Write the ticket; the caller holds the queue of the day. Raises LineClosed."""
    must_be_open(unit_id, letter)
    ticket = Ticket.objects.create(
        unit_id=unit_id, on=by.on, letter=letter, number=_next(unit_id, by.on, letter),
        code=code, booked=booked, taken_at=by.at,
    )  # fmt: skip
    name = f"{ticket.letter}{ticket.number:03d}"
    record(by, "take_ticket", unit_id, by.actor.post(Role.COUNTER, unit_id), ticket=name)
    return ticket


def must_be_open(unit_id: int, letter: str) -> None:
    """Raise LineClosed unless the centre's line gives numbers."""
    lines = TicketLine.objects.filter(unit_id=unit_id, open=True)
    if letter not in set(lines.values_list("letter", flat=True)):
        raise LineClosed


def _next(unit_id: int, on: date, letter: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [unit_id, on, letter])
        number = int(cursor.fetchone()[0])
    if number > MOST_A_DAY:
        raise LineClosed
    return number
