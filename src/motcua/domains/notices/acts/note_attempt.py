# SPDX-License-Identifier: Apache-2.0
"""Note how an attempt to send a message ended."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.notices.models import Message, MessageState

ENDED = frozenset({MessageState.SENT, MessageState.DELIVERED})


@transaction.atomic
def note_sent(*, message_id: int, reference: str, at: datetime) -> None:
    """The partner has taken it over under its own number; a receipt may have come before this."""
    row = Message.objects.select_for_update().get(pk=message_id)
    row.attempts += 1
    row.reference, row.outcome = reference[:60], "accepted"
    row.sent_at = row.sent_at or at
    if row.state != MessageState.DELIVERED:
        row.state = MessageState.SENT
    row.save(update_fields=["attempts", "reference", "outcome", "sent_at", "state"])


@transaction.atomic
def note_attempt(*, message_id: int, outcome: str, given_up: bool) -> None:
    """An attempt failed; `outcome` is a short code. A message once sent stays sent."""
    row = Message.objects.select_for_update().get(pk=message_id)
    if row.state in ENDED:
        return
    row.attempts += 1
    row.outcome = outcome[:40]
    if given_up:
        row.state = MessageState.FAILED
    row.save(update_fields=["attempts", "outcome", "state"])
