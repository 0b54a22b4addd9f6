# SPDX-License-Identifier: Apache-2.0
"""Give the money of a refund back and number it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.payments import ledger, refunds
from motcua.domains.payments.events import BillRefunded
from motcua.domains.payments.models import PaperForm, RefundState
from motcua.domains.payments.wording import kept
from motcua.kit import audit, events, idempotency
from motcua.kit.access import Actor

METHODS = ("cash", "transfer")


@transaction.atomic
def pay_refund(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, method: str, note: str = ""
) -> str:
    """Approve the open request, book it and return the number of the refund slip.

    For a leader of the competent unit who did not ask for it. What was paid too much is given
    back first; beyond that the obligation itself is lifted, so that the balance ends at nothing.
    Raises NotPermitted, NotFound, NoRequest, OwnRequest, TextUnclean. Emits: BillRefunded.
    """
    bill = ledger.locked(dossier_code)
    post = refunds.deciding_post(actor, bill)
    if not idempotency.spend(key=key, act="pay_refund", actor=actor, subject=dossier_code, at=at):
        return bill.refunds.filter(state=RefundState.PAID).latest("id").number
    refund = refunds.open_request(bill, actor)
    number = ledger.next_number(PaperForm.REFUND, bill.unit_id, at)
    how = method if method in METHODS else METHODS[0]
    money = ledger.Money(
        amount_vnd=refund.amount_vnd, method=how, unit_id=bill.unit_id, actor=actor, at=at,
        reference=number,
    )  # fmt: skip
    ledger.given_back(bill, money)
    refund.state, refund.decided_by, refund.decided_at = RefundState.PAID, actor.code, at
    refund.method, refund.number, refund.note = how, number, kept(note)
    refund.save()
    ledger.restate(bill)
    audit.append(
        chain=f"refund:{dossier_code}", at=at, act="pay_refund", actor=actor, post=post,
        payload={"amount_vnd": refund.amount_vnd, "number": number},
    )  # fmt: skip
    events.emit(
        BillRefunded(
            subject=dossier_code, at=at, actor_code=actor.code, amount_vnd=refund.amount_vnd
        )
    )  # fmt: skip
    return number
