# SPDX-License-Identifier: Apache-2.0
"""The person is served."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.counters.commands import move
from motcua.domains.counters.models import AT_A_WINDOW, TicketState
from motcua.kit.commands import By


@transaction.atomic
def finish_ticket(*, by: By, ticket_id: int) -> None:
    """End the number; the window is free. Raises as `commands.move`."""
    come = set(AT_A_WINDOW)
    move(by, ticket_id, "finish_ticket", come=come, state=TicketState.DONE, ended_at=by.at)
