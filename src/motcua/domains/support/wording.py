# SPDX-License-Identifier: Apache-2.0
"""Texts that people write here, cleaned; what cannot be kept is a clear fault."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.kit.wording import written

LONGEST = 5000
SHORTEST = 10


class WordsMissing(Fault):
    """The act needs words and got none."""

    sentence = gettext_lazy("Write what it is about.")


class WordsTooShort(Fault):
    """Nobody could work with so little."""

    sentence = gettext_lazy("Write at least %(shortest)s characters, so that we understand it.")


def stated(text: str, *, shortest: int = 1, longest: int = LONGEST) -> str:
    """Return the cleaned text.

    Raises WordsMissing, WordsTooShort, TextTooLong or TextUnclean.
    """
    words = optional(text, longest=longest)
    if not words:
        raise WordsMissing
    if len(words) < shortest:
        raise WordsTooShort(shortest=shortest)
    return words


def optional(text: str, *, longest: int = LONGEST, lines: bool = True) -> str:
    """Return the cleaned text, which may be empty. Raises TextTooLong or TextUnclean."""
    return written(text, longest=longest, lines=lines)
