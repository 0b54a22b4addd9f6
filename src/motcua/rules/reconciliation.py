# SPDX-License-Identifier: Apache-2.0
"""A bank's file read with suspicion, and compared with what was booked, difference by difference.

The file is CSV in UTF-8 with the columns transaction, at, account, amount_vnd, reference and
description; its last line is TOTAL with the period, the accounts it covers, the sum and the number
of lines, so that a file cut off on its way is known by its missing end.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

COLUMNS: Final = ("transaction", "at", "account", "amount_vnd", "reference", "description")
TOTAL: Final = "TOTAL"
ALL_ACCOUNTS: Final = "*"
LINES_MOST: Final = 200_000
_VN: Final = timezone(timedelta(hours=7))
_AMOUNT: Final = re.compile(r"-?[0-9]{1,15}")
_WORD: Final = re.compile(r"[A-Za-z0-9./_-]{1,60}")
_PERIOD: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")


class BankFileError(RuleError):
    """The file cannot be used; nothing of it was."""


@dataclass(frozen=True, slots=True)
class BankLine:
    """One movement on an account; an amount below 0 went out."""

    number: int
    transaction: str
    at: datetime
    account: str
    amount_vnd: int
    reference: str


@dataclass(frozen=True, slots=True)
class BankFile:
    """The lines of a period (both days included); no accounts named means all of them."""

    first_on: date
    last_on: date
    accounts: frozenset[str]
    lines: tuple[BankLine, ...]

    def covers(self, account: str) -> bool:
        """Whether the file tells about an account."""
        return not self.accounts or account in self.accounts


@dataclass(frozen=True, slots=True)
class Expected:
    """What we know about a reference; `accounts` are right for it, none: any will do."""

    reference: str
    dossier_code: str
    unit_id: int
    accounts: frozenset[str]
    amount_vnd: int
    booked: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference, of one of the kinds of `KINDS`."""

    kind: str
    reference: str
    dossier_code: str = ""
    unit_id: int | None = None
    expected_vnd: int | None = None
    got_vnd: int | None = None
    transaction: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many lines fit, and everything that does not."""

    matched: int
    findings: tuple[Finding, ...]


KINDS: Final[Mapping[str, str]] = {
    "missing_in_bank": N_("Booked here, not in the bank's file"),
    "not_booked": N_("In the bank's file, not booked here"),
    "amount_differs": N_("The bank names another amount"),
    "wrong_account": N_("It went to another account"),
    "paid_twice": N_("Paid more than once"),
    "line_repeated": N_("The bank's file has the same movement twice"),
    "unknown_reference": N_("Nothing is known under this reference"),
    "unknown_outgoing": N_("Money went out for no refund that is known"),
    "refund_missing_in_bank": N_("A refund was booked here but did not leave the account"),
    "wrong_amount": N_("The payment platform named another amount"),
}


def read(raw: bytes) -> BankFile:
    """Return what the file says. Raises `BankFileError` with the first fault; there is no half."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BankFileError(
            N_("The file is not written in UTF-8. Ask the bank for UTF-8, or save it so.")
        ) from error
    written = [line for line in text.splitlines() if line.strip()]
    if not written or tuple(written[0].replace(" ", "").split(",")) != COLUMNS:
        raise BankFileError(
            N_("The first line must name the columns: %(columns)s."), columns=", ".join(COLUMNS)
        )
    if len(written) > LINES_MOST:
        raise BankFileError(N_("The file has more than %(most)s lines."), most=LINES_MOST)
    if not written[-1].startswith(f"{TOTAL},"):
        raise BankFileError(
            N_("The file is cut off: its last line, TOTAL, is missing. Nothing was compared.")
        )
    rows = list(_rows(written))
    return _file([_line(number, row) for number, row in enumerate(rows[1:-1], 2)], rows[-1])


def compare(
    file: BankFile, expected: Mapping[str, Expected], ours: Sequence[Expected],
    seen: frozenset[str] = frozenset(),
) -> Comparison:  # fmt: skip
    """Return every difference between a file and our ledger.

    `expected` is by reference for every reference of the file that is known, `ours` what was
    booked in the period on the accounts of the file, `seen` the references earlier files had.
    """
    found: list[Finding] = []
    met, matched = set(seen), 0
    transactions: set[tuple[str, str]] = set()
    for line in file.lines:
        here = list(_differences(line, expected.get(line.reference), met, transactions))
        found += here
        matched += not here
    for one in ours:
        if one.reference not in met:
            kind = "missing_in_bank" if one.amount_vnd > 0 else "refund_missing_in_bank"
            found.append(
                Finding(kind, one.reference, one.dossier_code, one.unit_id, one.amount_vnd)
            )  # fmt: skip
    return Comparison(matched, tuple(found))


def _differences(
    line: BankLine, known: Expected | None, met: set[str], transactions: set[tuple[str, str]]
) -> Iterator[Finding]:
    mark = (line.account, line.transaction)
    if mark in transactions:
        yield _finding("line_repeated", line, known)
        return
    transactions.add(mark)
    if known is None:
        yield _finding("unknown_reference" if line.amount_vnd > 0 else "unknown_outgoing", line)
    elif line.reference in met:
        yield _finding("paid_twice", line, known)
    else:
        met.add(line.reference)
        yield from (_finding(kind, line, known) for kind in _unlike(line, known))


def _unlike(line: BankLine, known: Expected) -> Iterator[str]:
    if line.amount_vnd != known.amount_vnd:
        yield "amount_differs"
    if known.accounts and line.account not in known.accounts:
        yield "wrong_account"
    if not known.booked:
        yield "not_booked"


def _finding(kind: str, line: BankLine, known: Expected | None = None) -> Finding:
    return Finding(
        kind=kind,
        reference=line.reference,
        dossier_code=known.dossier_code if known else "",
        unit_id=known.unit_id if known else None,
        expected_vnd=known.amount_vnd if known else None,
        got_vnd=line.amount_vnd,
        transaction=line.transaction,
        line=line.number,
    )


def _rows(written: Sequence[str]) -> Iterator[list[str]]:
    reader = csv.reader(written, strict=True)
    try:
        for row in reader:
            if len(row) != len(COLUMNS):
                raise _malformed(reader.line_num)
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise _malformed(reader.line_num) from error


def _line(number: int, row: Sequence[str]) -> BankLine:
    transaction, at, account, amount, reference, _ = row
    if not (
        _WORD.fullmatch(transaction) and _WORD.fullmatch(account) and _AMOUNT.fullmatch(amount)
    ):
        raise _malformed(number)
    if int(amount) == 0 or (reference and not _WORD.fullmatch(reference)):
        raise _malformed(number)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise _malformed(number) from error
    aware = moment if moment.tzinfo else moment.replace(tzinfo=_VN)
    return BankLine(number, transaction, aware, account, int(amount), reference.upper())


def _file(lines: Sequence[BankLine], total: Sequence[str]) -> BankFile:
    _, period, accounts, amount, count, _ = total
    days = _PERIOD.fullmatch(period)
    if not days or not _AMOUNT.fullmatch(amount) or not count.isdecimal() or not accounts:
        raise BankFileError(N_("The line TOTAL needs period, accounts, sum and number of lines."))
    try:
        first_on, last_on = date.fromisoformat(days[1]), date.fromisoformat(days[2])
    except ValueError as error:
        raise BankFileError(N_("The period of the line TOTAL does not exist.")) from error
    if first_on > last_on:
        raise BankFileError(N_("The period of the line TOTAL does not exist."))
    if (int(count), int(amount)) != (len(lines), sum(line.amount_vnd for line in lines)):
        raise BankFileError(
            N_("The line TOTAL does not fit: %(count)s lines, %(sum)s đồng were read instead."),
            count=len(lines),
            sum=sum(line.amount_vnd for line in lines),
        )
    for line in lines:
        if not first_on <= line.at.astimezone(_VN).date() <= last_on:
            raise BankFileError(
                N_("Line %(line)s lies outside the period of the file."), line=line.number
            )
    named = frozenset(accounts.split())
    return BankFile(first_on, last_on, named - {ALL_ACCOUNTS}, tuple(lines))


def _malformed(number: int) -> BankFileError:
    return BankFileError(N_("Line %(line)s of the file is malformed."), line=number)
