# SPDX-License-Identifier: Apache-2.0
"""Take cash at the counter and give a receipt number."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments import ledger
from motcua.domains.payments.models import Receipt
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import Fault


class NothingDue(Fault):
    """There is no open bill."""

    status = 409
    sentence = gettext_lazy("There is nothing to pay on this dossier.")


@transaction.atomic
def take_cash(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, amount_vnd: int, unit_id: int
) -> str:
    """Take exactly the amount due and return the receipt number.

    That is the whole bill, or what is open of it when other parts were paid: one receipt for all
    of it. Numbers run per unit and year without gaps. The same key gives the same receipt. Cash
    may be taken while an online payment is under way: whatever comes twice is told as a difference.
    Raises NotPermitted, NotFound, NothingDue. Emits: BillPaid.
    """
    post = actor.post(Role.COUNTER, unit_id)
    if post is None:
        raise NotPermitted
    fresh = idempotency.spend(key=key, act="take_cash", actor=actor, subject=dossier_code, at=at)
    bill = ledger.locked(dossier_code)
    if not fresh:
        return Receipt.objects.get(bill=bill, method="cash").number
    due = ledger.open_lines(bill)
    if not due or sum(due.values()) != amount_vnd:
        raise NothingDue
    money = ledger.Money(
        amount_vnd=amount_vnd, method="cash", unit_id=unit_id, actor=actor, at=at
    )  # fmt: skip
    number = ledger.receipt_for(bill, money, due)
    paid = {"dossier": dossier_code, "receipt": number, "amount_vnd": amount_vnd}
    audit.append(
        chain=f"cash:{post.unit_code}", at=at, act="take_cash", actor=actor, post=post, payload=paid
    )
    return number
