# SPDX-License-Identifier: Apache-2.0
"""Text as people send it, made into text as we keep it."""

from __future__ import annotations

import re
import unicodedata

from motcua.rules.forms.faults import Refused
from motcua.rules.words import TextError, clean

_GAPS = re.compile(r"\s+")
_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)
_SPREAD = 4


def a_line(value: object, most: int) -> str:
    """One line: NFC, gaps narrowed to one space, at most `most` characters. Raises: Refused."""
    return _measured(_GAPS.sub(" ", _cleaned(value, most, lines=False)).strip(), most)


def some_lines(value: object, most: int) -> str:
    """Several lines: NFC, line ends as `\\n`, at most `most` characters. Raises: Refused."""
    return _measured(_TRAILING.sub("", _cleaned(value, most, lines=True)).strip(), most)


def _cleaned(value: object, most: int, *, lines: bool) -> str:
    if not isinstance(value, str):
        raise Refused("wrong_shape")
    if len(value) > most * _SPREAD:
        raise Refused("too_long", most=most)
    try:
        text = clean(value, lines=lines)
    except TextError:
        raise Refused("unclean_text") from None
    return text if any(map(_is_visible, text)) else ""


def _measured(text: str, most: int) -> str:
    if len(text) > most:
        raise Refused("too_long", most=most)
    return text


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZM"
