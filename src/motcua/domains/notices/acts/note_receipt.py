# SPDX-License-Identifier: Apache-2.0
"""Take a delivery receipt of the partner in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.notices.models import Message, MessageState
from motcua.kit.faults import NotFound


@transaction.atomic
def note_receipt(*, message_id: int, delivered: bool, outcome: str, at: datetime) -> None:
    """Note that it arrived, or that it will not; a second receipt changes nothing that arrived.

    Raises NotFound.
    """
    row = Message.objects.select_for_update().filter(pk=message_id).first()
    if row is None:
        raise NotFound
    if row.state == MessageState.DELIVERED:
        return
    row.outcome = outcome[:40]
    row.state = MessageState.DELIVERED if delivered else MessageState.FAILED
    row.delivered_at = at if delivered else None
    row.save(update_fields=["outcome", "state", "delivered_at"])
