# SPDX-License-Identifier: Apache-2.0
"""Log that a partner called us."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.domains.hub.models import Direction, Exchange, ExchangeState, ExchangeTry


@transaction.atomic
def note_inbound(
    *, partner: str, operation: str, subject: str, at: datetime, took_ms: int, outcome: str,
    accepted: bool,
) -> UUID:  # fmt: skip
    """Write one line of the log; `subject` is cut to a code's length, `outcome` is a short code."""
    correlation_id = uuid4()
    exchange = Exchange.objects.create(
        correlation_id=correlation_id,
        partner=partner,
        operation=operation,
        subject=subject[:60],
        direction=Direction.IN,
        state=ExchangeState.DONE if accepted else ExchangeState.REFUSED,
        attempts=1,
        began_at=at,
        ended_at=at,
        outcome=outcome[:40],
    )
    ExchangeTry.objects.create(
        exchange=exchange, number=1, at=at, took_ms=took_ms, outcome=outcome[:40]
    )
    return correlation_id
