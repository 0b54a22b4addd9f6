# SPDX-License-Identifier: Apache-2.0
"""How a condition is said aloud: our words translated, fields and values by their labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from motcua.rules.conditions.answers import Scalar, is_iso_date


def plain(field: str, value: Scalar) -> str:
    """A value as people write it: a date as dd/mm/yyyy, anything else as it stands."""
    if is_iso_date(value):
        year, month, day = str(value).split("-")
        return f"{day}/{month}/{year}"
    return str(value)


@dataclass(frozen=True, slots=True)
class Speech:
    """What a reader's language needs: sentences translated, labels of fields and of values."""

    translate: Callable[[str], str] = str
    field: Callable[[str], str] = str
    value: Callable[[str, Scalar], str] = plain

    def say(self, sentence: str, **words: str) -> str:
        """`sentence` (an English msgid with named places) in the reader's language."""
        return self.translate(sentence) % words


ENGLISH = Speech()
