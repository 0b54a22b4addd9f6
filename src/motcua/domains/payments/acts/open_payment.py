# SPDX-License-Identifier: Apache-2.0
"""Note where the payer can pay: the platform has taken the payment in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.payments.models import OnlinePayment, OnlineState
from motcua.kit.faults import NotFound


@transaction.atomic
def open_payment(*, reference: str, pay_address: str, at: datetime) -> bool:
    """Keep the address; False when the payment has gone on or ended meanwhile. Raises NotFound."""
    payments = OnlinePayment.objects.select_for_update()
    payment = payments.filter(reference=reference).first()
    if payment is None:
        raise NotFound
    if payment.state != OnlineState.CREATED or payment.expires_at <= at:
        return False
    payment.state, payment.pay_address = OnlineState.OPEN, pay_address
    payment.save(update_fields=["state", "pay_address"])
    return True
