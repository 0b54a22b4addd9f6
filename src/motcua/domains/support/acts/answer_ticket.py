# SPDX-License-Identifier: Apache-2.0
"""Answer a call for help."""

from __future__ import annotations

from django.db import transaction

from motcua.domains.support import tickets
from motcua.domains.support.commands import Outcome
from motcua.domains.support.events import TicketAnswered
from motcua.domains.support.models import TicketState
from motcua.domains.support.wording import stated
from motcua.kit import events
from motcua.kit.commands import By
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def answer_ticket(*, by: By, code: str, answer: str) -> Outcome:
    """Tell the asker what to do.

    Raises NotFound, NotPermitted, NotAllowedNow when closed, the faults of wording.
    Emits: TicketAnswered.
    """
    row = tickets.begin(by, "answer_ticket", code)
    if row is None:
        return tickets.outcome(code)
    post = tickets.support_post(by.actor, row.unit_id)
    if row.state == TicketState.CLOSED:
        raise NotAllowedNow
    events.emit(TicketAnswered(subject=code, at=by.at, actor_code=by.actor.code))
    return tickets.write(
        row, by=by, act="answer_ticket", state=TicketState.ANSWERED, post=post, text=stated(answer)
    )
