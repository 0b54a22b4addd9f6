# SPDX-License-Identifier: Apache-2.0
"""What the hub lets us do at the payment platform: begin a payment, ask about one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from motcua.domains.dossiers.queries.card import card
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.open_payment import open_payment
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.platform import Heard, Source, Word
from motcua.domains.units import queries as units
from motcua.kit.posting import PartnerFault
from motcua.partners.payment_gateway import client, mapping
from motcua.partners.payment_gateway.mapping import PaidProcedure, Partner


def partner() -> Partner:
    """Return who we are to the platform."""
    return Partner(settings.PAYMENT_PARTNER_CODE, settings.PAYMENT_SECRET)


def begin(*, subject: str, correlation_id: UUID, at: datetime) -> str:
    """Take the payment in at the platform and keep the address where it is paid.

    A refusal ends the payment as failed. Raises PartnerFault.
    """
    order = payments.online_order(subject)
    if order is None or order.state != "created":
        return "not_needed"
    message = mapping.init(order, _paid_procedure(order), partner(), at)
    try:
        answer = _ask(message, correlation_id)
        address = _pay_address(answer)
    except PartnerFault as fault:
        if not fault.again:
            _fail(subject, at)
        raise
    return "opened" if open_payment(reference=subject, pay_address=address, at=at) else "too_late"


def ask(*, subject: str, correlation_id: UUID, at: datetime) -> str:
    """Ask what became of a payment and act on the answer. Raises PartnerFault."""
    answer = _ask(mapping.query(subject, partner(), at), correlation_id)
    try:
        heard = mapping.answered(subject, answer)
    except mapping.Malformed as error:
        raise PartnerFault(_refusal(answer), again=True) from error
    return settle_payment(heard=heard, at=at).value


def _paid_procedure(order: payments.OnlineOrder) -> PaidProcedure:
    dossier, unit = card(order.dossier_code), units.agency(order.unit_id)
    return PaidProcedure(
        procedure_code=dossier.version.code,
        procedure_title=dossier.version.title["vi"],
        unit_code=unit.code,
        unit_name=unit.name_vi,
    )


def _ask(message: Mapping[str, Any], correlation_id: UUID) -> Mapping[str, Any]:
    return client.post(settings.PAYMENT_URL, message, correlation_id=correlation_id)


def _pay_address(answer: Mapping[str, Any]) -> str:
    if answer.get("error_code") != mapping.OK:
        raise PartnerFault(_refusal(answer), again=False)
    try:
        address = mapping.pay_address(answer)
    except mapping.Malformed as error:
        raise PartnerFault("malformed", again=True) from error
    if not client.is_theirs(settings.PAYMENT_URL, address):
        raise PartnerFault("foreign_address", again=False)
    return address


def _refusal(answer: Mapping[str, Any]) -> str:
    code = str(answer.get("error_code", ""))[:30]
    return f"refused_{code}" if code.isascii() and code.isidentifier() else "malformed"


def _fail(reference: str, at: datetime) -> None:
    heard = Heard(
        reference=reference, word=Word.FAILED, amount_vnd=0, transaction="", source=Source.CALLBACK
    )  # fmt: skip
    settle_payment(heard=heard, at=at)
