# SPDX-License-Identifier: Apache-2.0
"""Texts that officials must write: reasons, questions, notes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

LONGEST = 2000


class ReasonMissing(Fault):
    """The act needs words and got none."""

    sentence = gettext_lazy("Write the reason: the applicant will read it.")


class TextTooLong(Fault):
    """More words than a letter can carry."""

    sentence = gettext_lazy("The text is longer than %(longest)s characters.")


class TextUnclean(Fault):
    """The text has characters that cannot be stored or printed."""

    sentence = gettext_lazy("The text has characters that cannot be printed.")


def stated(text: str) -> str:
    """Return the cleaned text. Raises ReasonMissing, TextTooLong or TextUnclean."""
    words = optional(text)
    if not words:
        raise ReasonMissing
    return words


def optional(text: str) -> str:
    """Return the cleaned text, which may be empty. Raises TextTooLong or TextUnclean."""
    if len(text) > LONGEST:
        raise TextTooLong(longest=LONGEST)
    try:
        return clean(text, lines=True).strip()
    except TextError as error:
        raise TextUnclean from error
