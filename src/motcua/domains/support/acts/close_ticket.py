# SPDX-License-Identifier: Apache-2.0
"""Close a call for help."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import tickets
from motcua.domains.support.commands import Outcome
from motcua.domains.support.models import TicketState
from motcua.kit.commands import By
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def close_ticket(*, by: By, code: str) -> Outcome:
    """End it, as the support or as the one who asked.

    Raises NotFound, NotPermitted, NotAllowedNow when it is closed already.
    """
    row = tickets.begin(by, "close_ticket", code)
    if row is None:
        return tickets.outcome(code)
    asker = tickets.is_asker(row, by.actor)
    post = None if asker else tickets.support_post(by.actor, row.unit_id)
    if row.state == TicketState.CLOSED:
        raise NotAllowedNow
    return tickets.write(row, by=by, act="close_ticket", state=TicketState.CLOSED, post=post)
