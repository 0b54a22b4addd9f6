# SPDX-License-Identifier: Apache-2.0
"""Give the units of the demonstration invented accounts."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from motcua.domains.payments.models import BeneficiaryAccount
from motcua.domains.units import queries as units
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM


@transaction.atomic
def load_demo_accounts(*, at: datetime) -> int:
    """Load `demo/beneficiary_accounts.csv` into units that have no account; return how many."""
    if BeneficiaryAccount.objects.exists():
        return 0
    ids = {card.key: card.id for card in units.agencies()}
    rows = BeneficiaryAccount.objects.bulk_create(
        BeneficiaryAccount(
            unit_id=ids[row["unit_id"]],
            fee_code=row["fee_code"],
            bank_bin=row["bank_bin"],
            account_number=row["account_number"],
            account_name=row["account_name"],
            valid_from=date.fromisoformat(row["valid_from"]),
            source=row["source"],
            set_by=SYSTEM.code,
            set_at=at,
        )
        for row in datafiles.read_csv("demo/beneficiary_accounts.csv")
    )
    audit.append(
        chain="demo:accounts", at=at, act="load_demo_accounts", actor=SYSTEM,
        payload={"accounts": len(rows)},
    )  # fmt: skip
    return len(rows)
