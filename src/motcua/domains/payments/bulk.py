# SPDX-License-Identifier: Apache-2.0
"""Bills and receipts by the thousand, numbered and logged like single ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.payments.models import Bill, BillLine, BillState, Movement, Receipt
from motcua.kit import audit
from motcua.kit.access import Actor, Post
from motcua.kit.clock import VN
from motcua.kit.copying import copy_rows, next_ids, reserve
from motcua.rules import numbering
from motcua.rules.fees import Quote

NUMBERS = (
    "INSERT INTO payments_receiptcounter AS c (unit_id, year, form, last)"
    " SELECT unit_id, year, 'receipt', number"
    " FROM unnest(%s::bigint[], %s::smallint[], %s::int[]) AS wanted(unit_id, year, number)"
    " ON CONFLICT (unit_id, year, form) DO UPDATE SET last = c.last + excluded.last"
    " RETURNING unit_id, year, last"
)
BILL = ("id", "dossier_code", "unit_id", "total_vnd", "state", "issued_at")
LINE = (
    "bill_id", "receipt_id", "code", "title_vi", "title_en", "kind", "amount_vnd", "exempt_reason"
)  # fmt: skip
RECEIPT = (
    "id", "number", "bill_id", "reference", "amount_vnd", "method", "cashier_code", "unit_id", "at"
)  # fmt: skip
MOVEMENT = ("bill_id", "kind", "amount_vnd", "method", "reference", "unit_id", "cashier_code", "at")


@dataclass(frozen=True, slots=True)
class Charge:
    """What one dossier owes, and if it was paid, when and to whom."""

    dossier_code: str
    unit_id: int
    quote: Quote
    issued_at: datetime
    paid_at: datetime | None
    cashier: Actor | None
    post: Post | None

    @property
    def state(self) -> BillState:
        """Where the money stands."""
        if not self.quote.total_vnd:
            return BillState.EXEMPT
        return BillState.PAID if self.paid_at else BillState.DUE


Numbered = tuple[Charge, int, str]


def write_charges(charges: Sequence[Charge]) -> None:
    """Write bills, receipts and the log of every till, in the caller's transaction."""
    owed = [charge for charge in charges if charge.quote.lines]
    ids = next_ids(Bill._meta.db_table, len(owed))
    pairs = list(zip(owed, ids, strict=True))
    copy_rows(Bill._meta.db_table, BILL, (
        (bill, c.dossier_code, c.unit_id, c.quote.total_vnd, c.state.value, c.issued_at)
        for c, bill in pairs
    ))  # fmt: skip
    taken = [(c, bill) for c, bill in pairs if c.state is BillState.PAID and c.cashier and c.post]
    paid = list(_numbered(taken))
    receipts = next_ids(Receipt._meta.db_table, len(paid))
    of = {bill: receipt for (_, bill, _), receipt in zip(paid, receipts, strict=True)}
    copy_rows(BillLine._meta.db_table, LINE, (
        (bill, of.get(bill), line.code, line.title["vi"], line.title["en"], str(line.kind),
         line.amount_vnd, line.exempt_reason or "")
        for c, bill in pairs for line in c.quote.lines
    ))  # fmt: skip
    copy_rows(Receipt._meta.db_table, RECEIPT, (
        (of[bill], number, bill, number, c.quote.total_vnd, "cash", c.cashier.code,
         c.post.unit_id, c.paid_at)
        for c, bill, number in paid if c.cashier and c.post
    ))  # fmt: skip
    copy_rows(Movement._meta.db_table, MOVEMENT, _movements(pairs, paid))
    audit.copy_links(list(_till_links(paid)))


def _movements(
    pairs: Sequence[tuple[Charge, int]], paid: Sequence[Numbered]
) -> Iterator[tuple[object, ...]]:
    for c, bill in pairs:
        if c.quote.total_vnd:
            yield bill, "owed", c.quote.total_vnd, "", "", c.unit_id, "system", c.issued_at
    for c, bill, number in paid:
        if c.cashier and c.post:
            money = (-c.quote.total_vnd, "cash", number)
            yield bill, "paid", *money, c.post.unit_id, c.cashier.code, c.paid_at


def _numbered(pairs: Sequence[tuple[Charge, int]]) -> Iterator[Numbered]:
    """Give receipt numbers in the order of payment, per unit and year without gaps."""
    ordered = sorted(pairs, key=lambda pair: (pair[0].paid_at, pair[1]))
    keys = [_series(charge) for charge, _ in ordered]
    last = reserve(NUMBERS, ((*key, count) for key, count in Counter(keys).items()))
    for (charge, bill), key in zip(ordered, keys, strict=True):
        last[key] += 1
        code = charge.post.unit_code if charge.post else ""
        yield charge, bill, numbering.receipt_number(code, key[1], last[key])


def _series(charge: Charge) -> tuple[int, int]:
    unit_id = charge.post.unit_id if charge.post else charge.unit_id
    return unit_id, (charge.paid_at or charge.issued_at).astimezone(VN).year


def _till_links(paid: Sequence[Numbered]) -> Iterator[audit.Link]:
    heads = audit.lock_heads(_till(one.post) for one, _, _ in paid if one.post)
    for charge, _, number in paid:
        if charge.post is None or charge.cashier is None or charge.paid_at is None:
            continue
        chain = _till(charge.post)
        link = audit.link(
            chain=chain, after=heads[chain], at=charge.paid_at,
            act="take_cash", actor=charge.cashier, post=charge.post,
            payload={
                "dossier": charge.dossier_code, "receipt": number,
                "amount_vnd": charge.quote.total_vnd,
            },
        )  # fmt: skip
        heads[chain] = (link.seq, link.hash)
        yield link


def _till(post: Post) -> str:
    return f"cash:{post.unit_code}"
