# SPDX-License-Identifier: Apache-2.0
"""Turn a quote into the bill of a dossier."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.payments import ledger
from motcua.domains.payments.events import BillIssued
from motcua.domains.payments.models import Bill, BillLine, BillState
from motcua.kit import events
from motcua.kit.access import Actor
from motcua.rules.fees import Quote


@transaction.atomic
def issue_bill(
    *, actor: Actor, dossier_code: str, unit_id: int, quote: Quote, at: datetime
) -> Bill | None:
    """Write the bill once per dossier; None when the procedure costs nothing at all.

    Emits: BillIssued, unless every line is exempt.
    """
    if not quote.lines:
        return None
    state = BillState.DUE if quote.total_vnd else BillState.EXEMPT
    bill, new = Bill.objects.get_or_create(
        dossier_code=dossier_code,
        defaults={
            "unit_id": unit_id, "total_vnd": quote.total_vnd, "state": state, "issued_at": at,
        },
    )  # fmt: skip
    if new:
        _write_lines(bill, quote)
        if quote.total_vnd:
            ledger.owed(bill, actor, at)
            events.emit(
                BillIssued(
                    subject=dossier_code, at=at, actor_code=actor.code, total_vnd=quote.total_vnd
                )
            )
    return bill


def _write_lines(bill: Bill, quote: Quote) -> None:
    BillLine.objects.bulk_create(
        BillLine(
            bill=bill,
            code=line.code,
            title_vi=line.title["vi"],
            title_en=line.title["en"],
            kind=line.kind,
            amount_vnd=line.amount_vnd,
            exempt_reason=line.exempt_reason or "",
        )
        for line in quote.lines
    )
