# SPDX-License-Identifier: Apache-2.0
"""Reopen a call for help: the answer did not help."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import tickets
from motcua.domains.support.commands import Outcome
from motcua.domains.support.models import TicketState
from motcua.domains.support.wording import stated
from motcua.kit.commands import By
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def reopen_ticket(*, by: By, code: str, words: str) -> Outcome:
    """Put it back before the support with what is still wrong.

    Raises NotFound, NotPermitted, NotAllowedNow while it is open, the faults of wording.
    """
    row = tickets.begin(by, "reopen_ticket", code)
    if row is None:
        return tickets.outcome(code)
    asker = tickets.is_asker(row, by.actor)
    post = None if asker else tickets.support_post(by.actor, row.unit_id)
    if row.state == TicketState.OPEN:
        raise NotAllowedNow
    return tickets.write(
        row, by=by, act="reopen_ticket", state=TicketState.OPEN, post=post,
        text=stated(words, longest=2000),
    )  # fmt: skip
