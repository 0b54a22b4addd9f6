# SPDX-License-Identifier: Apache-2.0
"""What the ledger of a bill adds up to."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.domains.payments.models import Movement, MovementKind


@dataclass(frozen=True, slots=True)
class LedgerSums:
    """The sums of a bill by kind, none below 0.

    `owed_vnd` is what the bill costs now; `lifted_vnd` is what refunds took off it.
    """

    owed_vnd: int
    paid_vnd: int
    lifted_vnd: int
    refunded_vnd: int

    @property
    def balance_vnd(self) -> int:
        """Return the sum of the ledger: above 0 the applicant owes, below 0 the unit does."""
        return self.owed_vnd - self.paid_vnd - self.lifted_vnd + self.refunded_vnd

    @property
    def kept_vnd(self) -> int:
        """Return what came and was not given back."""
        return self.paid_vnd - self.refunded_vnd

    def over_vnd(self, receipted_vnd: int) -> int:
        """Return what came beyond the receipts and was not given back.

        The balance alone would hide it where another part of the bill is still open.
        """
        return self.paid_vnd - receipted_vnd - (self.refunded_vnd - self.lifted_vnd)


def ledger_sums(bill_id: int) -> LedgerSums:
    """Return what the movements of a bill add up to."""
    rows = Movement.objects.filter(bill_id=bill_id).values_list("kind", "amount_vnd", "reference")
    sums = dict.fromkeys(MovementKind.values, 0)
    for kind, amount_vnd, reference in rows:
        # Lifted without a refund: the bill itself was amended.
        amends = kind == MovementKind.LIFTED and not reference
        sums[MovementKind.OWED if amends else kind] += amount_vnd
    return LedgerSums(*(abs(sums[kind]) for kind in (
        MovementKind.OWED, MovementKind.PAID, MovementKind.LIFTED, MovementKind.REFUNDED
    )))  # fmt: skip
