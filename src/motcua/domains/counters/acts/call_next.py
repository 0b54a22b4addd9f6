# SPDX-License-Identifier: Apache-2.0
"""Call the next number to the officer's window."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.counters.commands import begin, counter_post, record, window_of
from motcua.domains.counters.models import AT_A_WINDOW, Ticket, TicketState
from motcua.kit.commands import By
from motcua.kit.faults import Fault


class StillSomebody(Fault):
    """The number before is not finished."""

    status = 409
    sentence = gettext_lazy("Finish the number at your window first, or hold it.")


class NobodyWaits(Fault):
    """The lines of this window are empty."""

    status = 409
    sentence = gettext_lazy("Nobody waits in the lines of your window.")


@transaction.atomic
def call_next(*, by: By) -> None:
    """Call who has an appointment first, then who has waited longest.

    Two officers who call at once get two numbers: the queue of the day is held while one chooses.
    Raises NoWindow, NotPermitted, StillSomebody, NobodyWaits.
    """
    window = window_of(by)
    post = counter_post(by, window.unit_id)
    if not begin(by, "call_next", window.unit_id, str(window.pk)):
        return
    today = Ticket.objects.filter(unit_id=window.unit_id, on=by.on)
    if today.filter(window=window, state__in=AT_A_WINDOW).exists():
        raise StillSomebody
    waiting = today.filter(state=TicketState.WAITING, letter__in=window.lines)
    ticket = waiting.order_by("-booked", "taken_at", "id").first()
    if ticket is None:
        raise NobodyWaits
    Ticket.objects.filter(pk=ticket.pk).update(
        state=TicketState.CALLED, window=window, called_at=by.at, calls=ticket.calls + 1
    )
    name = f"{ticket.letter}{ticket.number:03d}"
    record(by, "call_next", window.unit_id, post, ticket=name, window=window.number)
