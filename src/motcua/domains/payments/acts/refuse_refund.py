# SPDX-License-Identifier: Apache-2.0
"""Refuse to give money back, with a reason."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.payments import ledger, refunds
from motcua.domains.payments.acts.request_refund import ReasonMissing
from motcua.domains.payments.models import RefundState
from motcua.domains.payments.wording import kept
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor


@transaction.atomic
def refuse_refund(*, actor: Actor, at: datetime, key: UUID, dossier_code: str, note: str) -> None:
    """Close the open request; the bill stays as paid as it was.

    Raises NotPermitted, NotFound, NoRequest, OwnRequest, ReasonMissing, TextUnclean.
    """
    bill = ledger.locked(dossier_code)
    post = refunds.deciding_post(actor, bill)
    fresh = idempotency.spend(
        key=key, act="refuse_refund", actor=actor, subject=dossier_code, at=at
    )  # fmt: skip
    if not fresh:
        return
    refund, words = refunds.open_request(bill, actor), kept(note)
    if not words:
        raise ReasonMissing
    refund.state, refund.decided_by, refund.decided_at = RefundState.REFUSED, actor.code, at
    refund.note = words
    refund.save()
    ledger.restate(bill)
    audit.append(
        chain=f"refund:{dossier_code}", at=at, act="refuse_refund", actor=actor, post=post,
        payload={"amount_vnd": refund.amount_vnd},
    )  # fmt: skip
