# SPDX-License-Identifier: Apache-2.0
"""Ask that money be given back, wholly or in part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments import ledger
from motcua.domains.payments.models import Bill, Receipt, Refund, RefundState
from motcua.domains.payments.queries.sums import ledger_sums
from motcua.domains.payments.wording import kept
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import Fault


class NothingPaid(Fault):
    """No money came, or all of it was given back, or a refund is already asked for."""

    status = 409
    sentence = gettext_lazy("There is no payment on this dossier that could be given back now.")


class ReceiptUnnamed(Fault):
    """There are several receipts, and none of them was named."""

    sentence = gettext_lazy("Choose the receipt of the money that is given back.")


class RefundTooLarge(Fault):
    """More than what came and was not given back yet."""

    sentence = gettext_lazy("At most %(most)s đồng can be given back: more was not paid.")


class ReasonMissing(Fault):
    """A refund needs a reason."""

    sentence = gettext_lazy("Write why the money is given back, and how much it is.")


@transaction.atomic
def request_refund(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, amount_vnd: int, reason: str,
    receipt_number: str = "",
) -> int:  # fmt: skip
    """Write the request and return its number; somebody else decides.

    It speaks of one receipt, which need not be named while there is one only; other parts of the
    bill may still be open. For the counter that gave the receipt, and for people in
    charge of the competent unit. Raises NotPermitted, NotFound, NothingPaid, ReceiptUnnamed,
    RefundTooLarge, ReasonMissing, TextUnclean.
    """
    bill = ledger.locked(dossier_code)
    receipts = list(Receipt.objects.filter(bill=bill).order_by("id"))
    post = _post(actor, bill, receipts)
    fresh = idempotency.spend(
        key=key, act="request_refund", actor=actor, subject=dossier_code, at=at
    )  # fmt: skip
    if not fresh:
        return bill.refunds.latest("id").pk
    receipt = _receipt(bill, receipts, receipt_number)
    words = kept(reason)
    if not words or amount_vnd <= 0:
        raise ReasonMissing
    most = ledger.returnable_vnd(bill, receipt)
    if amount_vnd > most:
        raise RefundTooLarge(most=f"{most:,}".replace(",", "."))
    refund = Refund.objects.create(
        bill=bill, receipt=receipt, unit_id=bill.unit_id, amount_vnd=amount_vnd, reason=words,
        requested_by=actor.code, requested_at=at,
    )  # fmt: skip
    ledger.restate(bill)
    audit.append(
        chain=f"refund:{dossier_code}", at=at, act="request_refund", actor=actor, post=post,
        payload={"amount_vnd": amount_vnd, "receipt": receipt.number if receipt else ""},
    )  # fmt: skip
    return refund.pk


def _receipt(bill: Bill, receipts: Sequence[Receipt], number: str) -> Receipt | None:
    """Return the receipt meant, while money of the bill is there and no refund waits.

    None for money that came when nothing was owed any more: it has no receipt.
    """
    waiting = Refund.objects.filter(bill=bill, state=RefundState.REQUESTED).exists()
    if waiting or not ledger_sums(bill.pk).kept_vnd:
        raise NothingPaid
    meant = [one for one in receipts if number in ("", one.number)]
    if receipts and len(meant) != 1:
        raise ReceiptUnnamed
    return meant[0] if meant else None


def _post(actor: Actor, bill: Bill, receipts: Sequence[Receipt]) -> Post:
    posts = (
        *(actor.post(Role.COUNTER, receipt.unit_id) for receipt in receipts),
        actor.post(Role.SPECIALIST, bill.unit_id),
        actor.post(Role.LEADER, bill.unit_id),
    )
    for post in posts:
        if post is not None:
            return post
    raise NotPermitted
