# SPDX-License-Identifier: Apache-2.0
"""What is to be paid for a bill: one payment order for each account its fees go to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.domains.payments.models import Bill
from motcua.domains.payments.queries.accounts import AccountCard, beneficiary_account
from motcua.domains.payments.queries.bills import (
    LineCard,
    ReceiptMark,
    lines_of,
    receipts_of_bill,
)
from motcua.domains.payments.queries.online import OnlineCard, tries_of
from motcua.rules.vietqr import PURPOSE_MOST, Transfer, payload

AccountOf = Callable[[int, str, date], AccountCard | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Lines of a bill that are paid together; `number` is the place of the first in the bill.

    `account` is None where only the counter takes the money, and where it was paid. `reference`
    is what a transfer says: the dossier's code, with the number when the bill has several orders.
    `qr` is the text of its VietQR, "" when there is no account or nothing to pay.
    """

    number: int
    reference: str
    amount_vnd: int
    lines: tuple[LineCard, ...]
    account: AccountCard | None
    qr: str
    receipt: ReceiptMark | None = None
    online: OnlineCard | None = None

    @property
    def fee_codes(self) -> tuple[str, ...]:
        """The codes of its lines."""
        return tuple(line.code for line in self.lines)

    @property
    def is_open(self) -> bool:
        """Whether it has still to be paid."""
        return self.receipt is None

    @property
    def state(self) -> str:
        """Where it stands: paid, pending (an online payment is under way), failed or due."""
        if self.receipt is not None:
            return "paid"
        if self.online is not None and self.online.is_live:
            return "pending"
        failed = self.online is not None and self.online.state == "failed"
        return "failed" if failed else "due"


def orders(
    *,
    unit_id: int,
    dossier_code: str,
    lines: Iterable[LineCard],
    on: date,
    account_of: AccountOf = beneficiary_account,
) -> tuple[Order, ...]:
    """Return the orders of the lines of a bill, in its order; what is exempt is in none.

    Lines on one receipt stay together, open ones go by the account that is right on a date.
    """
    groups: dict[object, list[tuple[int, LineCard]]] = {}
    to: dict[object, AccountCard] = {}
    charged = (line for line in lines if line.amount_vnd)
    for number, line in enumerate(charged, 1):
        account = account_of(unit_id, line.code, on) if line.is_open else None
        place = (account.bank_bin, account.account_number) if account else line.receipt_number
        groups.setdefault(place, []).append((number, line))
        if account is not None:
            to[place] = account
    several = len(groups) > 1
    return tuple(
        _order(members, to.get(place), dossier_code, several=several)
        for place, members in groups.items()
    )


def orders_of(dossier_code: str, on: date) -> tuple[Order, ...]:
    """Return the orders of a dossier's bill with what became of each."""
    bill = Bill.objects.filter(dossier_code=dossier_code).first()
    if bill is None:
        return ()
    found = orders(
        unit_id=bill.unit_id, dossier_code=dossier_code, lines=lines_of(bill.id), on=on
    )  # fmt: skip
    return tuple(_with_fate(found, receipts_of_bill(bill.id), tries_of(bill.id)))


def _with_fate(
    found: Sequence[Order], receipts: Sequence[ReceiptMark],
    tries: Sequence[tuple[frozenset[str], OnlineCard]],
) -> Iterator[Order]:  # fmt: skip
    marks = {receipt.number: receipt for receipt in receipts}
    for order in found:
        codes = set(order.fee_codes)
        yield Order(
            number=order.number, reference=order.reference, amount_vnd=order.amount_vnd,
            lines=order.lines, account=order.account, qr=order.qr,
            receipt=marks.get(order.lines[0].receipt_number),
            online=next((card for paid, card in tries if paid & codes), None),
        )  # fmt: skip


def _order(
    members: Sequence[tuple[int, LineCard]], account: AccountCard | None, dossier_code: str, *,
    several: bool,
) -> Order:  # fmt: skip
    number, amount_vnd = members[0][0], sum(line.amount_vnd for _, line in members)
    reference = f"{dossier_code}/{number}" if several else dossier_code
    return Order(
        number=number, reference=reference, amount_vnd=amount_vnd,
        lines=tuple(line for _, line in members), account=account,
        qr=_qr(account, reference, amount_vnd) if account else "",
    )  # fmt: skip


def _qr(account: AccountCard, reference: str, amount_vnd: int) -> str:
    transfer = Transfer(
        bank=account.bank_bin, account=account.account_number, amount_vnd=amount_vnd,
        purpose=reference[:PURPOSE_MOST],
    )  # fmt: skip
    return payload(transfer)
