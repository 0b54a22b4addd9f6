# SPDX-License-Identifier: Apache-2.0
"""Sums of money spelled out in Vietnamese, as receipts must."""

from __future__ import annotations

from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
MOST: Final = 10**18 - 1
_BILLION: Final = 10**9


class AmountError(RuleError):
    """A sum that no receipt carries."""


def in_words(amount_vnd: int) -> str:
    """Return whole dong in words: 180000 is `một trăm tám mươi nghìn đồng`.

    Northern wording: `nghìn`, and `linh` for a missing ten. Raises `AmountError` below zero and
    above 10^18 - 1.
    """
    if not 0 <= amount_vnd <= MOST:
        raise AmountError(N_("A sum of %(amount)s dong cannot be written in words."),
                          amount=amount_vnd)  # fmt: skip
    return f"{_number(amount_vnd, leading=True) or DIGITS[0]} đồng"


def _number(value: int, *, leading: bool) -> str:
    """Spell a number; what follows a larger group is read with its missing hundreds."""
    billions, rest = divmod(value, _BILLION)
    parts = []
    if billions:
        parts.append(f"{_number(billions, leading=leading)} tỷ")
        leading = False
    for worth, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, rest = divmod(rest, worth)
        if group:
            parts.append(f"{_group(group, leading=leading)} {name}".strip())
            leading = False
    return " ".join(parts)


def _group(value: int, *, leading: bool) -> str:
    """Spell 1 to 999."""
    hundreds, rest = divmod(value, 100)
    parts = [] if leading and not hundreds else [f"{DIGITS[hundreds]} trăm"]
    if rest:
        parts.append(_below_hundred(rest, after_hundred=bool(parts)))
    return " ".join(parts)


def _below_hundred(value: int, *, after_hundred: bool) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return f"linh {DIGITS[ones]}" if after_hundred else DIGITS[ones]
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if not ones:
        return head
    return f"{head} {_ones(tens, ones)}"


def _ones(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    return "mốt" if ones == 1 and tens > 1 else DIGITS[ones]
