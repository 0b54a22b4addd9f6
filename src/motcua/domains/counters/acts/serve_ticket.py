# SPDX-License-Identifier: Apache-2.0
"""The person has come: the serving begins."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.counters.commands import move
from motcua.domains.counters.models import TicketState
from motcua.kit.commands import By


@transaction.atomic
def serve_ticket(*, by: By, ticket_id: int) -> None:
    """Take the number off the wall and start its time. Raises as `commands.move`."""
    move(
        by, ticket_id, "serve_ticket", come={TicketState.CALLED},
        state=TicketState.SERVING, served_at=by.at,
    )  # fmt: skip
