# SPDX-License-Identifier: Apache-2.0
"""Finds procedures by the first letters of their words, as officers at a counter call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from motcua.domains.procedures.finding.words import plain, short_title
from motcua.domains.procedures.queries.cards import SHELF, ProcedureCard

TYPED = re.compile(r"[a-z]{2,12}", re.ASCII)
WORD = re.compile(r"\w+")


def by_initials(text: str, *, on: date, limit: int = 9) -> tuple[ProcedureCard, ...]:
    """Return the procedures open on a date whose words begin with these letters.

    `dkks` means “Đăng ký khai sinh”; titles that begin so come first, the shortest of them ahead.
    """
    typed = plain(text)
    if not TYPED.fullmatch(typed):
        return ()
    found = sorted(_matches(typed, on), key=lambda one: one[:2])
    return tuple(card for _, _, card in islice(found, limit))


def _matches(typed: str, on: date) -> Iterator[tuple[int, int, ProcedureCard]]:
    for card in SHELF.get().cards:
        letters = initials(card.title_vi)
        place = letters.find(typed)
        if place >= 0 and card.is_open(on):
            yield min(place, 1), len(letters), card


def initials(title: str) -> str:
    """Return the first letters of a title's words without marks, “thủ tục” left out."""
    return "".join(word[0] for word in WORD.findall(short_title(title)))
