# SPDX-License-Identifier: Apache-2.0
"""Online payments as pages and the adapter of the platform read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domains.payments.models import LIVE, OnlinePayment, OnlineState
from motcua.domains.payments.queries.bills import LineCard, lines_of

ASK_AFTER = timedelta(seconds=20)
MOST = 200


@dataclass(frozen=True, slots=True)
class OnlineCard:
    """One try to pay online; `bill_state` tells whether the bill is settled by now."""

    reference: str
    dossier_code: str
    amount_vnd: int
    state: str
    pay_address: str
    started_at: datetime
    expires_at: datetime
    bill_state: str

    @property
    def is_live(self) -> bool:
        """Whether it may still be paid or confirmed."""
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class OnlineOrder:
    """What the platform is told about a payment."""

    reference: str
    dossier_code: str
    unit_id: int
    amount_vnd: int
    payer_name: str
    bank_bin: str
    account_number: str
    account_name: str
    state: str
    started_at: datetime
    lines: tuple[LineCard, ...]


CARD = (
    "reference", "bill__dossier_code", "amount_vnd", "state", "pay_address", "started_at",
    "expires_at", "bill__state",
)  # fmt: skip


def online_payment(reference: str) -> OnlineCard | None:
    """Return a payment by its reference."""
    found = OnlinePayment.objects.filter(reference=reference).values_list(*CARD).first()
    return OnlineCard(*found) if found else None


def tries_of(bill_id: int) -> tuple[tuple[frozenset[str], OnlineCard], ...]:
    """Return the tries to pay parts of a bill online, each with its fees, the newest first."""
    rows = OnlinePayment.objects.filter(bill_id=bill_id).order_by("-id")
    found = rows.values_list("fee_codes", *CARD)
    return tuple((frozenset(codes), OnlineCard(*card)) for codes, *card in found)


def online_order(reference: str) -> OnlineOrder | None:
    """Return what the platform must know to take a payment in."""
    row = OnlinePayment.objects.filter(reference=reference).select_related("bill").first()
    if row is None:
        return None
    return OnlineOrder(
        row.reference, row.bill.dossier_code, row.bill.unit_id, row.amount_vnd, row.payer_name,
        row.bank_bin, row.account_number, row.account_name, row.state, row.started_at,
        tuple(line for line in lines_of(row.bill_id) if line.code in row.fee_codes),
    )  # fmt: skip


def to_ask(at: datetime, most: int = MOST) -> tuple[str, ...]:
    """Return the open payments about which nothing was heard for a while, the longest first."""
    opened = OnlinePayment.objects.filter(state=OnlineState.OPEN, started_at__lte=at - ASK_AFTER)
    return tuple(opened.order_by("started_at").values_list("reference", flat=True)[:most])
