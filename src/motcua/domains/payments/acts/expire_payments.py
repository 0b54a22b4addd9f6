# SPDX-License-Identifier: Apache-2.0
"""Give up online payments that nobody finished."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from motcua.domains.payments import ledger
from motcua.domains.payments.models import LIVE, BillState, OnlinePayment, OnlineState
from motcua.kit import audit
from motcua.kit.access import SYSTEM

BATCH = 200


def expire_payments(*, at: datetime) -> int:
    """End those past their time; return how many.

    One that the payer could have paid ends only after the platform, asked after that time, has
    said that it was not paid: an unanswered question is no answer.
    """
    never_opened = Q(state=OnlineState.CREATED)
    asked_since = Q(state=OnlineState.OPEN, asked_at__gte=F("expires_at"))
    over = OnlinePayment.objects.filter(never_opened | asked_since, expires_at__lte=at)
    rows = over.order_by("expires_at").values_list("reference", "bill__dossier_code")[:BATCH]
    return sum(_expire(reference, code, at) for reference, code in list(rows))


@transaction.atomic
def _expire(reference: str, dossier_code: str, at: datetime) -> bool:
    bill = ledger.locked(dossier_code)
    payment = OnlinePayment.objects.select_for_update().get(reference=reference)
    if payment.state not in LIVE:
        return False
    payment.state, payment.ended_at = OnlineState.EXPIRED, at
    payment.save(update_fields=["state", "ended_at"])
    if bill.state == BillState.PENDING:
        ledger.restate(bill)
    audit.append(
        chain=f"online:{dossier_code}", at=at, act="expire_payments", actor=SYSTEM,
        payload={"reference": reference},
    )  # fmt: skip
    return True
