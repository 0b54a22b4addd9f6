# SPDX-License-Identifier: Apache-2.0
"""Ask the platform what became of a payment; the answer comes later."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.domains.hub.acts.send import send
from motcua.domains.payments.models import OnlinePayment, OnlineState
from motcua.domains.payments.platform import PARTNER, QUERY

NOT_BEFORE = timedelta(seconds=5)


def ask_payment(*, reference: str, at: datetime) -> bool:
    """Queue the question if the payment is open and nobody asked within five seconds."""
    opened = OnlinePayment.objects.filter(reference=reference, state=OnlineState.OPEN)
    asked_at = opened.values_list("asked_at", "started_at").first()
    if asked_at is None or (asked_at[0] or asked_at[1]) + NOT_BEFORE > at:
        return False
    send(partner=PARTNER, operation=QUERY, subject=reference, at=at)
    return True
