# SPDX-License-Identifier: Apache-2.0
"""Book a bank transfer that the bank's file told of and nobody had booked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments import ledger
from motcua.domains.payments.differences import deciding_post, locked
from motcua.domains.payments.models import Bill, Difference
from motcua.domains.payments.queries.booked import part_of
from motcua.domains.payments.queries.orders import Order
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotAllowedNow

KIND = "not_booked"


class NotTheWhole(Fault):
    """A receipt is given for a whole part of a bill only."""

    status = 409
    sentence = gettext_lazy(
        "The transfer is not what was to be paid here, or it is settled already."
        " Say below what comes of it."
    )


@transaction.atomic
def book_transfer(*, actor: Actor, at: datetime, key: UUID, difference_id: int) -> str:
    """Settle the bill, or the part the transfer names, with the money the bank has.

    Return the receipt number.

    For a leader or administrator of the unit, or an operator. Raises NotPermitted, NotFound,
    NotAllowedNow, NotTheWhole. Emits: BillPaid, BillPartPaid.
    """
    found = locked(difference_id)
    post, subject = deciding_post(actor, found), f"difference:{difference_id}"
    fresh = idempotency.spend(key=key, act="book_transfer", actor=actor, subject=subject, at=at)
    if found.kind != KIND or (fresh and found.settled_at is not None):
        raise NotAllowedNow
    bill = ledger.locked(found.dossier_code)
    if not fresh:
        return found.note
    part = _part(bill, found)
    number = ledger.receipt_for(bill, _money(bill, part, found, actor, at), part.fee_codes)
    found.settled_at, found.settled_by, found.note = at, actor.code, number
    found.save(update_fields=["settled_at", "settled_by", "note"])
    audit.append(
        chain="reconciliation", at=at, act="book_transfer", actor=actor, post=post,
        payload={"difference": difference_id, "receipt": number},
    )  # fmt: skip
    return number


def _part(bill: Bill, found: Difference) -> Order:
    part, still = part_of(bill, found.reference), ledger.open_lines(bill)
    due = part is not None and still.keys() >= set(part.fee_codes)
    if part is None or not due or found.got_vnd != part.amount_vnd:
        raise NotTheWhole
    return part


def _money(
    bill: Bill, part: Order, found: Difference, actor: Actor, at: datetime
) -> ledger.Money:  # fmt: skip
    account = part.account
    return ledger.Money(
        amount_vnd=part.amount_vnd, method="transfer", unit_id=bill.unit_id, actor=actor, at=at,
        reference=found.transaction,
        into=ledger.Into(
            bank_bin=account.bank_bin, account_number=account.account_number,
            account_name=account.account_name,
        ) if account else ledger.CASH,
    )  # fmt: skip
