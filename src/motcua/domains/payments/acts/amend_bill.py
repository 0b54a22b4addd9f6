# SPDX-License-Identifier: Apache-2.0
"""Let a bill cost what a new quote says, as far as nobody has paid it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.payments import ledger
from motcua.domains.payments.models import Bill, BillLine, BillState
from motcua.kit.access import Actor
from motcua.rules.fees import Quote


@transaction.atomic
def amend_bill(*, actor: Actor, at: datetime, dossier_code: str, quote: Quote) -> None:
    """Write the amounts of a quote into the open lines, and the difference into the ledger.

    Lines on a receipt stay as they were paid: what is too much there is given back by a refund.
    An open line that the quote does not name stays too. Without a bill nothing happens.
    """
    bill = Bill.objects.select_for_update().filter(dossier_code=dossier_code).first()
    if bill is None:
        return
    quoted = {line.code: line for line in quote.lines}
    more_vnd = 0
    for line in BillLine.objects.filter(bill=bill, receipt=None, code__in=quoted):
        wanted = quoted[line.code]
        more_vnd += wanted.amount_vnd - line.amount_vnd
        line.amount_vnd, line.exempt_reason = wanted.amount_vnd, wanted.exempt_reason or ""
        line.save(update_fields=["amount_vnd", "exempt_reason"])
    if more_vnd:
        _restate(bill, more_vnd, actor, at)


@transaction.atomic
def waive_bill(*, actor: Actor, at: datetime, dossier_code: str, reason: str) -> None:
    """Let what nobody has paid of a bill cost nothing, for a reason in Vietnamese as on paper."""
    bill = Bill.objects.select_for_update().filter(dossier_code=dossier_code).first()
    due_vnd = sum(ledger.open_lines(bill).values()) if bill else 0
    if bill is None or not due_vnd:
        return
    lines = BillLine.objects.filter(bill=bill, receipt=None, amount_vnd__gt=0)
    lines.update(amount_vnd=0, exempt_reason=reason)
    _restate(bill, -due_vnd, actor, at)


def _restate(bill: Bill, more_vnd: int, actor: Actor, at: datetime) -> None:
    bill.total_vnd += more_vnd
    bill.save(update_fields=["total_vnd"])
    ledger.amended(bill, more_vnd, actor, at)
    if ledger.open_lines(bill) or bill.receipts.exists():
        ledger.restate(bill)
    else:
        ledger.stands(bill, BillState.EXEMPT)
