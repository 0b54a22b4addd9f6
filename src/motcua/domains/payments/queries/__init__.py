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
from motcua.domains.payments.queries.online import (
    OnlineCard,
    OnlineOrder,
    latest_online,
    online_order,
    online_payment,
)
from motcua.domains.payments.queries.orders import Order, orders_of

__all__ = [
    "AccountCard",
    "BillCard",
    "LineCard",
    "OnlineCard",
    "OnlineOrder",
    "Order",
    "ReceiptCard",
    "account_lines",
    "beneficiary_account",
    "bill_of",
    "is_paid",
    "is_unpaid",
    "latest_online",
    "online_order",
    "online_payment",
    "orders_of",
    "receipt_of",
    "with_obligation",
]
