# SPDX-License-Identifier: Apache-2.0
"""Into which account a fee is paid, on any date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.domains.payments.banks import Bank, bank_of
from motcua.domains.payments.models import BeneficiaryAccount


@dataclass(frozen=True, slots=True)
class AccountCard:
    """A beneficiary account; `fee_code` is "" where it takes every fee without one of its own."""

    unit_id: int
    fee_code: str
    bank_bin: str
    account_number: str
    account_name: str
    source: str
    valid_from: date
    valid_to: date | None
    set_by: str

    @property
    def bank(self) -> Bank | None:
        """The bank of the account, None when the list no longer has it."""
        return bank_of(self.bank_bin)


FIELDS = (
    "unit_id", "fee_code", "bank_bin", "account_number", "account_name", "source",
    "valid_from", "valid_to", "set_by",
)  # fmt: skip


def beneficiary_account(unit_id: int, fee_code: str, on: date) -> AccountCard | None:
    """Return the account of this fee, else that of all other fees of the unit, on a date."""
    rows = BeneficiaryAccount.objects.on(on).filter(unit_id=unit_id, fee_code__in=[fee_code, ""])
    found = rows.order_by("-fee_code").values_list(*FIELDS).first()
    return AccountCard(*found) if found else None


def account_lines(unit_id: int) -> tuple[AccountCard, ...]:
    """Return every account a unit has, had or will have: by fee, the newest first."""
    rows = BeneficiaryAccount.objects.filter(unit_id=unit_id).order_by("fee_code", "-valid_from")
    return tuple(AccountCard(*row) for row in rows.values_list(*FIELDS))
