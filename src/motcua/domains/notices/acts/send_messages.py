# SPDX-License-Identifier: Apache-2.0
"""Hand the messages that wait to whoever carries them out of the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from motcua.domains.notices.models import Message, MessageState
from motcua.domains.notices.ports import Dispatcher

BATCH = 200


@transaction.atomic
def send_messages(*, at: datetime, dispatchers: Mapping[str, Dispatcher]) -> int:
    """Queue one batch for sending and return how many; each is handed over once.

    A channel without a dispatcher is none here: its messages fail at once, visibly.
    """
    due = Q(send_at=None) | Q(send_at__lte=at)
    waiting = Message.objects.select_for_update(skip_locked=True)
    rows = list(waiting.filter(due, state=MessageState.WAITING).order_by("id")[:BATCH])
    for row in rows:
        dispatcher = dispatchers.get(row.channel)
        row.state = MessageState.POSTED if dispatcher else MessageState.FAILED
        row.outcome = "" if dispatcher else "no_sender"
        if dispatcher:
            dispatcher(message_id=row.pk, at=at)
    Message.objects.bulk_update(rows, ["state", "outcome"])
    return len(rows)
