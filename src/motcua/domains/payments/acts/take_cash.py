# SPDX-License-Identifier: Apache-2.0
"""Take cash at the counter and give a receipt number."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments.events import BillPaid
from motcua.domains.payments.models import Bill, BillState, Receipt
from motcua.domains.units import queries as units
from motcua.kit import audit, events, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotFound
from motcua.rules import numbering


class NothingDue(Fault):
    """There is no open bill."""

    status = 409
    sentence = gettext_lazy("There is nothing to pay on this dossier.")


@transaction.atomic
def take_cash(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, amount_vnd: int, unit_id: int
) -> str:
    """Take exactly the amount due and return the receipt number.

    Numbers run per unit and year without gaps. The same key gives the same receipt.
    Raises NotPermitted, NotFound, NothingDue. Emits: BillPaid.
    """
    post = actor.post(Role.COUNTER, unit_id)
    if post is None:
        raise NotPermitted
    fresh = idempotency.spend(key=key, act="take_cash", actor=actor, subject=dossier_code, at=at)
    bill = Bill.objects.select_for_update().filter(dossier_code=dossier_code).first()
    if bill is None:
        raise NotFound
    if not fresh:
        return bill.receipt.number
    if bill.state != BillState.DUE or bill.total_vnd != amount_vnd:
        raise NothingDue
    return _settle(bill, actor, post, at)


def _settle(bill: Bill, actor: Actor, post: Post, at: datetime) -> str:
    number = _next_number(post, at)
    Receipt.objects.create(
        number=number, bill=bill, amount_vnd=bill.total_vnd, method="cash",
        cashier_code=actor.code, unit_id=post.unit_id, at=at,
    )  # fmt: skip
    Bill.objects.filter(pk=bill.pk).update(state=BillState.PAID)
    paid = {"dossier": bill.dossier_code, "receipt": number, "amount_vnd": bill.total_vnd}
    audit.append(
        chain=f"cash:{post.unit_code}", at=at, act="take_cash", actor=actor, post=post, payload=paid
    )
    events.emit(
        BillPaid(
            subject=bill.dossier_code, at=at, actor_code=actor.code,
            total_vnd=bill.total_vnd, method="cash",
        )
    )  # fmt: skip
    return number


def _next_number(post: Post, at: datetime) -> str:
    year = at.astimezone(VN).year
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO payments_receiptcounter (unit_id, year, last) VALUES (%s, %s, 1)"
            " ON CONFLICT (unit_id, year) DO UPDATE SET last = payments_receiptcounter.last + 1"
            " RETURNING last",
            [post.unit_id, year],
        )
        running = cursor.fetchone()[0]
    return numbering.receipt_number(units.agency(post.unit_id).code, year, running)
