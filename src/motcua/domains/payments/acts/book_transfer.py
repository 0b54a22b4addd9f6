# SPDX-License-Identifier: Apache-2.0
"""Book a bank transfer that the bank's file told of and nobody had booked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments import ledger
from motcua.domains.payments.differences import deciding_post, locked
from motcua.domains.payments.models import OPEN
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotAllowedNow

KIND = "not_booked"


class NotTheWhole(Fault):
    """A receipt is given for a whole bill only."""

    status = 409
    sentence = gettext_lazy(
        "The transfer is not the whole bill, or the bill is settled. Say below what comes of it."
    )


@transaction.atomic
def book_transfer(*, actor: Actor, at: datetime, key: UUID, difference_id: int) -> str:
    """Settle the bill with the money the bank has; return the receipt number.

    For a leader or administrator of the unit, or an operator. Raises NotPermitted, NotFound,
    NotAllowedNow, NotTheWhole. Emits: BillPaid.
    """
    found = locked(difference_id)
    post, subject = deciding_post(actor, found), f"difference:{difference_id}"
    fresh = idempotency.spend(key=key, act="book_transfer", actor=actor, subject=subject, at=at)
    if found.kind != KIND or (fresh and found.settled_at is not None):
        raise NotAllowedNow
    bill = ledger.locked(found.dossier_code)
    if not fresh:
        return bill.receipt.number
    if bill.state not in OPEN or found.got_vnd != bill.total_vnd:
        raise NotTheWhole
    money = ledger.Money(
        amount_vnd=bill.total_vnd, method="transfer", unit_id=bill.unit_id, actor=actor, at=at,
        reference=found.transaction,
    )  # fmt: skip
    number = ledger.receipt_for(bill, money)
    found.settled_at, found.settled_by, found.note = at, actor.code, number
    found.save(update_fields=["settled_at", "settled_by", "note"])
    audit.append(
        chain="reconciliation", at=at, act="book_transfer", actor=actor, post=post,
        payload={"difference": difference_id, "receipt": number},
    )  # fmt: skip
    return number
