# SPDX-License-Identifier: Apache-2.0
"""The fee on the page of a dossier: ways to pay it, an online payment under way, refunds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext

from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.queries.fee_gap import FeeGap, fee_gap
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.refuse_refund import refuse_refund
from motcua.domains.payments.acts.request_refund import request_refund
from motcua.domains.payments.queries import BillCard, Order, ReceiptMark, RefundLine
from motcua.faces.design.formats import money_vn
from motcua.faces.desk import posted
from motcua.faces.desk.onward import Done
from motcua.faces.desk.screens import dossier_for
from motcua.kit.access import Actor, Role
from motcua.kit.clock import VN


@dataclass(frozen=True, slots=True)
class FeeView:
    """What stands under "Fee" besides the bill, and which refund forms the reader gets."""

    orders: tuple[Order, ...]
    receipts: tuple[tuple[str, str], ...]
    refunds: tuple[RefundLine, ...]
    waiting: RefundLine | None
    gap: FeeGap | None
    may_request: bool
    may_decide: bool


def fee_view(actor: Actor, shown: DossierCard, bill: BillCard | None, at: datetime) -> FeeView:
    """Return what an official reads and may do about the money of a dossier."""
    if bill is None:
        return FeeView((), (), (), None, None, may_request=False, may_decide=False)
    refunds = payments.refunds_of(shown.code)
    waiting = next((one for one in refunds if one.state == "requested"), None)
    return FeeView(
        orders=payments.orders_of(shown.code, at.astimezone(VN).date()),
        receipts=tuple(_choice(receipt) for receipt in bill.receipts),
        refunds=refunds,
        waiting=waiting,
        gap=fee_gap(shown, bill),
        may_request=_may_request(actor, bill),
        may_decide=waiting is not None
        and waiting.requested_by != actor.code
        and actor.post(Role.LEADER, bill.unit_id) is not None,
    )


def _choice(receipt: ReceiptMark) -> tuple[str, str]:
    """Return a receipt as a choice: its number, and that with its amount."""
    return receipt.number, f"{receipt.number} – {money_vn(receipt.amount_vnd)}"


def _may_request(actor: Actor, bill: BillCard) -> bool:
    """Say whether there is money the actor may ask back for the applicant."""
    if bill.refund_waits or not bill.kept_vnd:
        return False
    at_till = any(actor.post(Role.COUNTER, receipt.unit_id) for receipt in bill.receipts)
    in_charge = (actor.post(role, bill.unit_id) for role in (Role.SPECIALIST, Role.LEADER))
    return bool(at_till or any(in_charge))


def money_moved(
    actor: Actor, bill: BillCard | None, refunds: Sequence[RefundLine]
) -> Iterator[Done]:  # fmt: skip
    """Yield what of the money was done by the reader, or in cash at the reader's counter."""
    for receipt in bill.receipts if bill else ():
        if receipt.method == "cash" and actor.post(Role.COUNTER, receipt.unit_id):
            words = {"amount": money_vn(receipt.amount_vnd), "number": receipt.number}
            yield Done(receipt.at, gettext("%(amount)s in cash, receipt %(number)s") % words)
    for one in refunds:
        amount = {"amount": money_vn(one.amount_vnd)}
        if one.decided_at and one.decided_by == actor.code:
            given = one.state == "paid"
            title = gettext("%(amount)s given back") if given else gettext("Refund refused")
            yield Done(one.decided_at, title % amount)
        elif one.requested_by == actor.code:
            yield Done(one.requested_at, gettext("Refund of %(amount)s asked for") % amount)


def ask(by: By, code: str, form: QueryDict) -> object:
    """Ask for a refund."""
    dossier_for(by.actor, code)
    return request_refund(
        actor=by.actor, at=by.at, key=by.key, dossier_code=code,
        amount_vnd=_amount(form), reason=posted.text(form, "reason"),
        receipt_number=form.get("receipt", "")[:40],
    )  # fmt: skip


def _amount(form: QueryDict) -> int:
    """Return the typed amount, thousands with or without points; 0 for what is none."""
    typed = posted.text(form, "amount_vnd").replace(".", "").replace(" ", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else 0


def decide(by: By, code: str, form: QueryDict) -> object:
    """Give the money back, or refuse to."""
    dossier_for(by.actor, code)
    note = posted.text(form, "note")
    if form.get("decision") == "refuse":
        return refuse_refund(actor=by.actor, at=by.at, key=by.key, dossier_code=code, note=note)
    return pay_refund(
        actor=by.actor, at=by.at, key=by.key, dossier_code=code, note=note,
        method=form.get("method", ""),
    )  # fmt: skip
