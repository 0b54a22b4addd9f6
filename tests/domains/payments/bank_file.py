# SPDX-License-Identifier: Apache-2.0
"""A synthetic day at the bank: thousands of movements, with one of each difference among them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

HEAD = "transaction,at,account,amount_vnd,reference,description"
ACCOUNT = "0000000000147"


def line(
    transaction: str, on: date, amount_vnd: int, reference: str, account: str = ACCOUNT
) -> str:
    """One movement, at noon."""
    return f"{transaction},{on}T12:00:00,{account},{amount_vnd},{reference},nop phi"


def bank_file(lines: Iterable[str], on: date, accounts: str = "*") -> bytes:
    """The whole file, with its last line."""
    written = list(lines)
    total = sum(int(one.split(",")[3]) for one in written)
    end = f"TOTAL,{on}/{on},{accounts},{total},{len(written)},"
    return "\n".join((HEAD, *written, end, "")).encode()
