# SPDX-License-Identifier: Apache-2.0
"""Ask a partner for something, later and outside of the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from motcua.domains.hub.models import LIVE, Direction, Exchange, ExchangeState
from motcua.domains.hub.queueing import queue


@transaction.atomic
def send(*, partner: str, operation: str, subject: str, at: datetime) -> UUID:
    """Log the exchange and queue its first attempt; `subject` is a code, never a name.

    An exchange about the same thing that still waits is used again. Returns its correlation id.
    """
    row, fresh = live(partner, operation, subject).get_or_create(
        defaults={
            "partner": partner, "operation": operation, "subject": subject,
            "correlation_id": uuid4(), "direction": Direction.OUT,
            "state": ExchangeState.WAITING, "began_at": at, "next_at": at,
        }
    )  # fmt: skip
    if fresh:
        queue(row.correlation_id, at)
    return row.correlation_id


def live(partner: str, operation: str, subject: str) -> QuerySet[Exchange]:
    """Return the exchange about this that has not ended; the table holds one at most."""
    return Exchange.objects.filter(
        partner=partner, operation=operation, subject=subject, state__in=LIVE
    )
