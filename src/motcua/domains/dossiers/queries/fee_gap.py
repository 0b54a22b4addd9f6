# SPDX-License-Identifier: Apache-2.0
"""How far a fee that was paid is from what the answers say after a supplement."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.domains.dossiers.billing import quoted
from motcua.domains.dossiers.linked import FAILED
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.payments.queries import BillCard


@dataclass(frozen=True, slots=True)
class FeeGap:
    """What the paid lines of a bill would cost now, and what of their money was kept."""

    owed_vnd: int
    paid_vnd: int

    @property
    def less_vnd(self) -> int:
        """Return how much too little was paid, 0 if it was not."""
        return max(0, self.owed_vnd - self.paid_vnd)

    @property
    def more_vnd(self) -> int:
        """Return how much too much was paid, 0 if it was not."""
        return max(0, self.paid_vnd - self.owed_vnd)


def fee_gap(shown: DossierCard, bill: BillCard) -> FeeGap | None:
    """Return the gap, None where there is none: lines that nobody has paid follow the answers.

    Money that has no receipt counts for itself, as paid too much. Nothing is said of a dossier
    that ended without a result.
    """
    quote = quoted(
        shown.version, submitted_at=shown.submitted_at, received_at=shown.received_at,
        channel=shown.channel, answers=shown.answers,
    )  # fmt: skip
    if quote is None or shown.status in FAILED:
        return None
    settled = [line for line in bill.lines if line.receipt_number]
    now = {line.code: line.amount_vnd for line in quote.lines}
    was_vnd = sum(line.amount_vnd for line in settled)
    owed_vnd = sum(now.get(line.code, line.amount_vnd) for line in settled)
    paid_vnd = bill.kept_vnd - bill.over_vnd
    return FeeGap(owed_vnd, paid_vnd) if owed_vnd not in (was_vnd, paid_vnd) else None
