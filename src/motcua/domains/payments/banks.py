# SPDX-License-Identifier: Apache-2.0
"""The banks that take VietQR transfers, from `data/banks/napas.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from motcua.kit import datafiles


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank with its real identification number (BIN)."""

    bin: str
    short_name: str
    name_vi: str


@cache
def banks() -> Mapping[str, Bank]:
    """Return the banks an account may be at, by BIN, in the order of their short names."""
    rows = sorted(datafiles.read_csv("banks/napas.csv"), key=lambda row: row["short_name"].lower())
    return {
        row["bin"]: Bank(row["bin"], row["short_name"], row["name_vi"])
        for row in rows
        if row["bin"] and row["deprecated"] == "no"
    }


def bank_of(bank_bin: str) -> Bank | None:
    """Return a bank by its BIN."""
    return banks().get(bank_bin)
