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
    ReceiptMark,
    bill_of,
    is_paid,
    is_unpaid,
    receipts_of,
    with_obligation,
)
from motcua.domains.payments.queries.online import (
    OnlineCard,
    OnlineOrder,
    online_order,
    online_payment,
)
from motcua.domains.payments.queries.orders import Order, orders_of
from motcua.domains.payments.queries.reports import (
    DifferenceLine,
    MoneyLine,
    RefundLine,
    count_differences,
    differences,
    money,
    refunds_of,
    refunds_waiting,
)

__all__ = [
    "AccountCard",
    "BillCard",
    "DifferenceLine",
    "LineCard",
    "MoneyLine",
    "OnlineCard",
    "OnlineOrder",
    "Order",
    "ReceiptCard",
    "ReceiptMark",
    "RefundLine",
    "account_lines",
    "beneficiary_account",
    "bill_of",
    "count_differences",
    "differences",
    "is_paid",
    "is_unpaid",
    "money",
    "online_order",
    "online_payment",
    "orders_of",
    "receipts_of",
    "refunds_of",
    "refunds_waiting",
    "with_obligation",
]
