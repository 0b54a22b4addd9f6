# SPDX-License-Identifier: Apache-2.0
"""Set a number aside: the person fetches a copy or fills something in."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.counters.commands import move
from motcua.domains.counters.models import AT_A_WINDOW, TicketState
from motcua.kit.commands import By


@transaction.atomic
def hold_ticket(*, by: By, ticket_id: int) -> None:
    """Free the window for the next number. Raises NoWindow, NotFound, TicketElsewhere."""
    come = set(AT_A_WINDOW)
    move(by, ticket_id, "hold_ticket", come=come, state=TicketState.HELD, window=None)
