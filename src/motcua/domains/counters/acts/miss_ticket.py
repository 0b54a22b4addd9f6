# SPDX-License-Identifier: Apache-2.0
"""Nobody came: the number is put aside as missed."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.counters.commands import move
from motcua.domains.counters.models import TicketState
from motcua.kit.commands import By


@transaction.atomic
def miss_ticket(*, by: By, ticket_id: int) -> None:
    """Free the window; who comes later can be called again. Raises as `commands.move`."""
    move(
        by, ticket_id, "miss_ticket", come={TicketState.CALLED},
        state=TicketState.MISSED, window=None, ended_at=by.at,
    )  # fmt: skip
