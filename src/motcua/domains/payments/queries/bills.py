# SPDX-License-Identifier: Apache-2.0
"""What a dossier owes and what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.payments.models import Bill, BillLine, BillState, Receipt


@dataclass(frozen=True, slots=True)
class LineCard:
    """One line of a bill."""

    title_vi: str
    title_en: str
    kind: str
    amount_vnd: int
    exempt_reason: str


@dataclass(frozen=True, slots=True)
class BillCard:
    """A bill as pages show it."""

    total_vnd: int
    state: str
    lines: tuple[LineCard, ...]
    receipt_number: str | None
    paid_at: datetime | None


def bill_of(dossier_code: str) -> BillCard | None:
    """Return the bill of a dossier, if it has one."""
    bill = Bill.objects.filter(dossier_code=dossier_code).first()
    if bill is None:
        return None
    lines = BillLine.objects.filter(bill=bill).order_by("id").values_list(
        "title_vi", "title_en", "kind", "amount_vnd", "exempt_reason"
    )  # fmt: skip
    receipt = Receipt.objects.filter(bill=bill).values_list("number", "at").first()
    number, paid_at = receipt or (None, None)
    return BillCard(
        bill.total_vnd, bill.state, tuple(LineCard(*line) for line in lines), number, paid_at
    )


def with_obligation(dossier_codes: Sequence[str]) -> frozenset[str]:
    """Return which of these dossiers have a bill of more than nothing, paid or not."""
    owing = Bill.objects.filter(dossier_code__in=dossier_codes, total_vnd__gt=0)
    return frozenset(owing.values_list("dossier_code", flat=True))


def is_unpaid(dossier_code: str) -> bool:
    """Say whether the dossier still has an open bill."""
    return Bill.objects.filter(dossier_code=dossier_code, state=BillState.DUE).exists()
