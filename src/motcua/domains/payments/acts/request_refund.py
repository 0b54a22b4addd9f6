# SPDX-License-Identifier: Apache-2.0
"""Ask that money be given back, wholly or in part."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.payments import ledger
from motcua.domains.payments.models import Bill, BillState, Receipt, Refund
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import Fault
from motcua.rules.words import clean

REASON_MOST = 500


class NothingPaid(Fault):
    """No money came, or all of it was given back, or a refund is already asked for."""

    status = 409
    sentence = gettext_lazy("There is no payment on this dossier that could be given back now.")


class RefundTooLarge(Fault):
    """More than what came and was not given back yet."""

    sentence = gettext_lazy("At most %(most)s đồng can be given back: more was not paid.")


class ReasonMissing(Fault):
    """A refund needs a reason."""

    sentence = gettext_lazy("Write why the money is given back, and how much it is.")


@transaction.atomic
def request_refund(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, amount_vnd: int, reason: str
) -> int:
    """Write the request and return its number; somebody else decides.

    For the counter that gave the receipt, and for people in charge of the competent unit.
    Raises NotPermitted, NotFound, NothingPaid, RefundTooLarge, ReasonMissing.
    """
    bill = ledger.locked(dossier_code)
    post = _post(actor, bill)
    fresh = idempotency.spend(
        key=key, act="request_refund", actor=actor, subject=dossier_code, at=at
    )  # fmt: skip
    if not fresh:
        return bill.refunds.latest("id").pk
    if bill.state != BillState.PAID:
        raise NothingPaid
    words = clean(reason).strip()[:REASON_MOST]
    if not words or amount_vnd <= 0:
        raise ReasonMissing
    most = ledger.kept_vnd(bill)
    if amount_vnd > most:
        raise RefundTooLarge(most=f"{most:,}".replace(",", "."))
    refund = Refund.objects.create(
        bill=bill, unit_id=bill.unit_id, amount_vnd=amount_vnd, reason=words,
        requested_by=actor.code, requested_at=at,
    )  # fmt: skip
    ledger.stands(bill, BillState.REFUND_REQUESTED)
    audit.append(
        chain=f"refund:{dossier_code}", at=at, act="request_refund", actor=actor, post=post,
        payload={"amount_vnd": amount_vnd},
    )  # fmt: skip
    return refund.pk


def _post(actor: Actor, bill: Bill) -> Post:
    receipt = Receipt.objects.filter(bill=bill).values_list("unit_id", flat=True).first()
    posts = (
        actor.post(Role.COUNTER, receipt) if receipt else None,
        actor.post(Role.SPECIALIST, bill.unit_id),
        actor.post(Role.LEADER, bill.unit_id),
    )
    for post in posts:
        if post is not None:
            return post
    raise NotPermitted
