# SPDX-License-Identifier: Apache-2.0
"""Texts that people write here, cleaned; what cannot be kept is a clear fault."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

LONGEST = 5000
SHORTEST = 10


class WordsMissing(Fault):
    """The act needs words and got none."""

    sentence = gettext_lazy("Write what it is about.")


class WordsTooShort(Fault):
    """Nobody could work with so little."""

    sentence = gettext_lazy("Write at least %(shortest)s characters, so that we understand it.")


class WordsTooLong(Fault):
    """More than anybody reads."""

    sentence = gettext_lazy("The text is longer than %(longest)s characters.")


class WordsUnclean(Fault):
    """Characters that cannot be stored or printed."""

    sentence = gettext_lazy("The text has characters that cannot be printed.")


def stated(text: str, *, shortest: int = 1, longest: int = LONGEST) -> str:
    """Return the cleaned text.

    Raises WordsMissing, WordsTooShort, WordsTooLong or WordsUnclean.
    """
    words = optional(text, longest=longest)
    if not words:
        raise WordsMissing
    if len(words) < shortest:
        raise WordsTooShort(shortest=shortest)
    return words


def optional(text: str, *, longest: int = LONGEST, lines: bool = True) -> str:
    """Return the cleaned text, which may be empty. Raises WordsTooLong or WordsUnclean."""
    if len(text) > longest:
        raise WordsTooLong(longest=longest)
    try:
        return clean(text, lines=lines).strip()
    except TextError as error:
        raise WordsUnclean from error
