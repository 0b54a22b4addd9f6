# SPDX-License-Identifier: Apache-2.0
"""What others may read of payments."""

from __future__ import annotations

from motcua.domains.payments.queries.accounts import (
    AccountCard,
    account_lines,
    beneficiary_account,
)
from motcua.domains.payments.queries.bills import (
    BillCard,
    LineCard,
    ReceiptCard,
    bill_of,
    is_paid,
    is_unpaid,
    receipt_of,
    with_obligation,
)

__all__ = [
    "AccountCard",
    "BillCard",
    "LineCard",
    "ReceiptCard",
    "account_lines",
    "beneficiary_account",
    "bill_of",
    "is_paid",
    "is_unpaid",
    "receipt_of",
    "with_obligation",
]
