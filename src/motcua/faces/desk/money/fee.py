# SPDX-License-Identifier: Apache-2.0
"""The fee on the page of a dossier: ways to pay it, an online payment under way, refunds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.pay_refund import pay_refund
from motcua.domains.payments.acts.refuse_refund import refuse_refund
from motcua.domains.payments.acts.request_refund import request_refund
from motcua.domains.payments.queries import BillCard, OnlineCard, Order, RefundLine
from motcua.faces.desk import posted
from motcua.faces.desk.screens import dossier_for
from motcua.kit.access import Actor, Role
from motcua.kit.clock import VN


@dataclass(frozen=True, slots=True)
class FeeView:
    """What stands under "Fee" besides the bill, and which refund forms the reader gets."""

    orders: tuple[Order, ...]
    online: OnlineCard | None
    refunds: tuple[RefundLine, ...]
    waiting: RefundLine | None
    may_request: bool
    may_decide: bool


def fee_view(actor: Actor, shown: DossierCard, bill: BillCard | None, at: datetime) -> FeeView:
    """Return what an official reads and may do about the money of a dossier."""
    if bill is None:
        return FeeView((), None, (), None, may_request=False, may_decide=False)
    refunds = payments.refunds_of(shown.code)
    waiting = next((one for one in refunds if one.state == "requested"), None)
    return FeeView(
        orders=payments.orders_of(shown.code, at.astimezone(VN).date()) if bill.is_open else (),
        online=payments.latest_online(shown.code) if bill.is_open else None,
        refunds=refunds,
        waiting=waiting,
        may_request=bill.state == "paid" and _may_request(actor, shown.code, bill),
        may_decide=waiting is not None
        and waiting.requested_by != actor.code
        and actor.post(Role.LEADER, bill.unit_id) is not None,
    )


def _may_request(actor: Actor, code: str, bill: BillCard) -> bool:
    receipt = payments.receipt_of(code)
    at_till = receipt is not None and actor.post(Role.COUNTER, receipt.unit_id)
    in_charge = (actor.post(role, bill.unit_id) for role in (Role.SPECIALIST, Role.LEADER))
    return bool(at_till or any(in_charge))


def ask(by: By, code: str, form: QueryDict) -> object:
    """Ask for a refund."""
    dossier_for(by.actor, code)
    return request_refund(
        actor=by.actor, at=by.at, key=by.key, dossier_code=code,
        amount_vnd=_amount(form), reason=posted.text(form, "reason"),
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
