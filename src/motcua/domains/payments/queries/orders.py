# SPDX-License-Identifier: Apache-2.0
"""What is to be transferred for a bill: one order for each account its fees go to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from motcua.domains.payments.queries.accounts import AccountCard, beneficiary_account
from motcua.domains.payments.queries.bills import bill_of
from motcua.rules.vietqr import PURPOSE_MOST, Transfer, payload


@dataclass(frozen=True, slots=True)
class Order:
    """An amount and the account it belongs to; `qr` is the text of its VietQR.

    `reference` is what the transfer says: the dossier's code, with a part's number when a bill
    goes to several accounts.
    """

    reference: str
    account: AccountCard
    amount_vnd: int
    qr: str


def orders(
    *,
    unit_id: int,
    dossier_code: str,
    amounts: Iterable[tuple[str, int]],
    on: date,
    account_of: Callable[[int, str, date], AccountCard | None] = beneficiary_account,
) -> tuple[Order, ...] | None:
    """Return the orders for (fee code, amount) lines; None when some fee has no account."""
    due: dict[tuple[str, str], int] = {}
    to: dict[tuple[str, str], AccountCard] = {}
    for fee_code, amount_vnd in amounts:
        account = account_of(unit_id, fee_code, on) if amount_vnd else None
        if amount_vnd and account is None:
            return None
        if account is not None:
            place = (account.bank_bin, account.account_number)
            due[place], to[place] = due.get(place, 0) + amount_vnd, account
    several = len(due) > 1
    return tuple(
        _order(to[place], f"{dossier_code}/{number}" if several else dossier_code, amount)
        for number, (place, amount) in enumerate(due.items(), 1)
    )


def orders_of(dossier_code: str, on: date) -> tuple[Order, ...]:
    """Return the orders of the open bill of a dossier; none when nothing can be transferred."""
    bill = bill_of(dossier_code)
    if bill is None or not bill.is_open:
        return ()
    lines = ((line.code, line.amount_vnd) for line in bill.lines)
    found = orders(unit_id=bill.unit_id, dossier_code=dossier_code, amounts=lines, on=on)
    return found or ()


def _order(account: AccountCard, reference: str, amount_vnd: int) -> Order:
    transfer = Transfer(
        bank=account.bank_bin,
        account=account.account_number,
        amount_vnd=amount_vnd,
        purpose=reference[:PURPOSE_MOST],
    )
    return Order(reference, account, amount_vnd, payload(transfer))
