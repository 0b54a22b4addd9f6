# SPDX-License-Identifier: Apache-2.0
"""What our ledger says about the references and the days of a bank's file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from functools import cache

from motcua.domains.payments.models import (
    Bill,
    Movement,
    MovementKind,
    OnlinePayment,
    OnlineState,
    Refund,
    RefundState,
    StatementLine,
)
from motcua.domains.payments.queries.accounts import beneficiary_account
from motcua.domains.payments.queries.bills import LineCard
from motcua.domains.payments.queries.orders import AccountOf, Order, orders
from motcua.kit.clock import VN
from motcua.rules.reconciliation import BankFile, Expected


def expected(references: Collection[str]) -> dict[str, Expected]:
    """Return what is known under these references: online payments, bills, refunds."""
    found = (*_online(references), *_transfers(references), *_refunds(references))
    return {one.reference: one for one in found}


def ours(file: BankFile) -> tuple[Expected, ...]:
    """Return what was booked without cash in the period, on the accounts of the file."""
    begin = datetime.combine(file.first_on, time.min, VN)
    end = datetime.combine(file.last_on + timedelta(days=1), time.min, VN)
    rows = Movement.objects.filter(at__gte=begin, at__lt=end).exclude(method__in=["cash", ""])
    moved = rows.filter(kind__in=[MovementKind.PAID, MovementKind.REFUNDED])
    references = list(moved.exclude(method="transfer", kind=MovementKind.PAID).values_list(
        "reference", flat=True
    ))  # fmt: skip
    known = expected(references).values()
    return tuple(
        one for one in known if not one.accounts or any(map(file.covers, one.accounts))
    )  # fmt: skip


def seen_before(
    file: BankFile, references: Collection[str]
) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Return the movements of this file that an earlier one had, and which references it met."""
    rows = StatementLine.objects.filter(transaction__in=[line.transaction for line in file.lines])
    met = StatementLine.objects.filter(reference__in=references)
    return (
        frozenset(rows.values_list("account", "transaction")),
        frozenset(met.values_list("reference", flat=True)),
    )


def _online(references: Collection[str]) -> Iterator[Expected]:
    rows = OnlinePayment.objects.filter(reference__in=references)
    for reference, code, unit_id, account, amount, state in rows.values_list(
        "reference", "bill__dossier_code", "bill__unit_id", "account_number", "amount_vnd", "state"
    ):
        booked = state == OnlineState.PAID
        yield Expected(reference, code, unit_id, frozenset({account}), amount, booked)


def _transfers(references: Collection[str]) -> Iterator[Expected]:
    """Yield the parts of bills that might be paid by VietQR; the part stands behind a stroke."""
    codes = {reference.partition("/")[0] for reference in references}
    bills = Bill.objects.filter(dossier_code__in=codes)
    account_of = cache(beneficiary_account)
    for bill in bills.prefetch_related("lines__receipt"):
        ways = {line.code: line.receipt.method if line.receipt else "" for line in bill.lines.all()}
        for part in _parts(bill, account_of):
            if part.account is None:
                continue
            accounts = frozenset({part.account.account_number})
            booked = all(ways[code] == "transfer" for code in part.fee_codes)
            yield Expected(
                part.reference, bill.dossier_code, bill.unit_id, accounts, part.amount_vnd, booked
            )


def part_of(bill: Bill, reference: str) -> Order | None:
    """Return the part of a bill a transfer with this reference pays, settled or not."""
    parts = _parts(bill, beneficiary_account)
    return next((part for part in parts if part.reference == reference), None)


def _parts(bill: Bill, account_of: AccountOf) -> tuple[Order, ...]:
    """Return the parts as they were printed first: by the accounts of the day of the bill."""
    lines = [
        LineCard(line.code, line.title_vi, line.title_en, line.kind, line.amount_vnd, "")
        for line in sorted(bill.lines.all(), key=lambda line: line.pk)
    ]
    on = bill.issued_at.astimezone(VN).date()
    return orders(
        unit_id=bill.unit_id, dossier_code=bill.dossier_code, lines=lines, on=on,
        account_of=account_of,
    )  # fmt: skip


def _refunds(references: Collection[str]) -> Iterator[Expected]:
    rows = Refund.objects.filter(number__in=references, state=RefundState.PAID)
    for number, code, unit_id, amount, method in rows.values_list(
        "number", "bill__dossier_code", "unit_id", "amount_vnd", "method"
    ):
        yield Expected(number, code, unit_id, frozenset(), -amount, method == "transfer")
