# SPDX-License-Identifier: Apache-2.0
"""Ask a partner for something, later and outside of the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.domains.hub.models import Direction, Exchange, ExchangeState
from motcua.domains.hub.queueing import queue


@transaction.atomic
def send(*, partner: str, operation: str, subject: str, at: datetime) -> UUID:
    """Log the exchange and queue its first attempt; `subject` is a code, never a name.

    An exchange about the same thing that still waits is used again. Returns its correlation id.
    """
    same = {"partner": partner, "operation": operation, "subject": subject}
    live = Exchange.objects.filter(**same, state__in=[ExchangeState.WAITING, ExchangeState.CALLING])
    found: UUID | None = live.values_list("correlation_id", flat=True).first()
    if found is not None:
        return found
    correlation_id = uuid4()
    Exchange.objects.create(
        **same, correlation_id=correlation_id, direction=Direction.OUT,
        state=ExchangeState.WAITING, began_at=at, next_at=at,
    )  # fmt: skip
    queue(correlation_id, at)
    return correlation_id
