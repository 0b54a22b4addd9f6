# SPDX-License-Identifier: Apache-2.0
"""What people write about money: reasons and notes."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

LONGEST: Final = 500


class WordsUnclean(Fault):
    """The text has characters that cannot be stored or printed."""

    sentence = gettext_lazy("The text has characters that cannot be printed.")


def kept(text: str) -> str:
    """Return the text as it is stored, its lines kept, at most 500 signs. Raises WordsUnclean."""
    try:
        return clean(text, lines=True).strip()[:LONGEST]
    except TextError as error:
        raise WordsUnclean from error
