# SPDX-License-Identifier: Apache-2.0
"""Begin to pay a part of a bill online; the platform is asked outside of this request."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.hub.acts.send import send
from motcua.domains.payments import ledger
from motcua.domains.payments.models import LIVE, Bill, BillState, OnlinePayment
from motcua.domains.payments.platform import INIT, PARTNER
from motcua.domains.payments.queries.accounts import AccountCard
from motcua.domains.payments.queries.bills import lines_of
from motcua.domains.payments.queries.orders import Order, orders
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault

LASTS = timedelta(minutes=15)
REFERENCE_BYTES = 15
PAYER_MOST = 200


class NothingToPay(Fault):
    """The bill, or this part of it, is settled already."""

    status = 409
    sentence = gettext_lazy("There is nothing to pay on this dossier.")


class NotOnline(Fault):
    """There is no account this part of the bill could go to."""

    status = 409
    sentence = gettext_lazy(
        "This bill cannot be paid online: its unit has stated no account for it."
        " Pay at the one-stop counter."
    )


@transaction.atomic
def start_payment(
    *, actor: Actor, at: datetime, key: UUID, dossier_code: str, payer_name: str, number: int = 0
) -> str:
    """Return the reference of the payment under way, the one there is or a new one.

    `number` is that of the order (`queries.Order`), 0 the first one that has an account. The
    caller has made sure that the actor may pay this dossier. However often it is clicked, there
    is one live payment an order; the same key never begins a second one.
    Raises NotFound, NothingToPay, NotOnline.
    """
    bill = ledger.locked(dossier_code)
    order, account = _order(bill, number, at)
    live = bill.online.filter(
        state__in=LIVE, expires_at__gt=at, fee_codes__overlap=order.fee_codes,
        amount_vnd=order.amount_vnd,
    ).first()  # fmt: skip
    if live is not None:
        return live.reference
    reference = secrets.token_hex(REFERENCE_BYTES).upper()
    fresh = idempotency.spend(
        key=key, act="start_payment", actor=actor, subject=reference, at=at, made=True
    )
    if not fresh:
        return str(idempotency.subject_of(key))
    payment = OnlinePayment.objects.create(
        reference=reference,
        bill=bill,
        fee_codes=list(order.fee_codes),
        amount_vnd=order.amount_vnd,
        payer_name=payer_name[:PAYER_MOST],
        bank_bin=account.bank_bin,
        account_number=account.account_number,
        account_name=account.account_name,
        started_at=at,
        expires_at=at + LASTS,
    )
    ledger.stands(bill, BillState.PENDING)
    send(partner=PARTNER, operation=INIT, subject=payment.reference, at=at)
    audit.append(
        chain=f"online:{dossier_code}", at=at, act="start_payment", actor=actor,
        payload={"reference": payment.reference, "amount_vnd": order.amount_vnd},
    )  # fmt: skip
    return payment.reference


def _order(bill: Bill, number: int, at: datetime) -> tuple[Order, AccountCard]:
    """Return the open order of this number and its account."""
    found = orders(
        unit_id=bill.unit_id,
        dossier_code=bill.dossier_code,
        lines=lines_of(bill.pk),
        on=at.astimezone(VN).date(),
    )
    wanted = [one for one in found if one.lines[0].is_open and number in (0, one.number)]
    if not wanted:
        raise NothingToPay
    for one in wanted:
        if one.account is not None:
            return one, one.account
    raise NotOnline
