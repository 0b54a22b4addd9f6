# SPDX-License-Identifier: Apache-2.0
"""Texts that people write, cleaned; what cannot be kept is a clear fault."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean


class TextTooLong(Fault):
    """More words than there is room for."""

    sentence = gettext_lazy("The text is longer than %(longest)s characters.")


class TextUnclean(Fault):
    """The text has characters that cannot be stored or printed."""

    sentence = gettext_lazy("The text has characters that cannot be printed.")


def written(text: str, *, longest: int, lines: bool = False) -> str:
    """Return the cleaned text, which may be empty; `lines` says whether it may have several.

    Raises TextTooLong or TextUnclean.
    """
    if len(text) > longest:
        raise TextTooLong(longest=longest)
    try:
        return clean(text, lines=lines).strip()
    except TextError as error:
        raise TextUnclean from error
