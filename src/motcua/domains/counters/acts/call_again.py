# SPDX-License-Identifier: Apache-2.0
"""Call a number once more: the one at the window, one that was held, or one that was missed."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from motcua.domains.counters.acts.call_next import StillSomebody
from motcua.domains.counters.commands import move, window_of
from motcua.domains.counters.models import AT_A_WINDOW, Ticket, TicketState
from motcua.kit.commands import By

FROM = {TicketState.CALLED, TicketState.HELD, TicketState.MISSED}


@transaction.atomic
def call_again(*, by: By, ticket_id: int) -> None:
    """Show the number as called to the officer's window.

    Raises NoWindow, NotPermitted, NotFound, TicketElsewhere, StillSomebody.
    """
    window = window_of(by)
    here = Ticket.objects.filter(window=window, on=by.on, state__in=AT_A_WINDOW)
    if here.exclude(pk=ticket_id).exists():
        raise StillSomebody
    move(
        by, ticket_id, "call_again", come=FROM,
        state=TicketState.CALLED, window=window, called_at=by.at, calls=F("calls") + 1,
        ended_at=None,
    )  # fmt: skip
