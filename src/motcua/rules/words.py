# SPDX-License-Identifier: Apache-2.0
"""Vietnamese text: marking sentences, cleaning what people type, folding and ordering words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from motcua.rules.errors import RuleError

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 Vietnamese letters in their order; f, j, w and z stand where Latin has them."""

TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""ngang, huyền, hỏi, ngã, sắc, nặng: the order of a Vietnamese dictionary."""

_MARKS: Final = re.compile("[\u0300-\u036f]+")
_STROKES: Final = str.maketrans({"đ": "d", "ð": "d"})
_PLACES: Final = {letter: chr(ord("A") + place) for place, letter in enumerate(ALPHABET)}
_LETTERS: Final = str.maketrans(_PLACES | {"ð": _PLACES["đ"]})
_TONE: Final = re.compile("[" + "".join(TONES) + "]")
_OTHER_MARKS: Final = re.compile("[\u0300-\u0301\u0303-\u0305\u0307-\u031a\u031c-\u036f]+")
_GAP: Final = re.compile(r"[\x00-/:-@\[-`{-\xbf\u2000-\u206f]+")
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LAYOUT: Final = re.compile("[\t\n\r]")
_LINE_ENDS: Final = re.compile("\r\n?")


class TextError(RuleError):
    """A text holds characters that no honest keyboard writes into a form."""


def N_(sentence: str) -> str:  # noqa: N802
    """Mark an English sentence for the catalogues and return it unchanged."""
    return sentence


def clean(text: str, *, lines: bool = False) -> str:
    """Return the text as we store it: Unicode NFC, line ends as `\\n`.

    Refused with `TextError`: control characters, halves of surrogate pairs, and the invisible
    marks that turn the direction of writing. Tabs and line ends are control characters too
    unless `lines` is true.
    """
    if _FORBIDDEN.search(text) or (not lines and _LAYOUT.search(text)):
        raise TextError(N_("This text contains characters that cannot be used. Type it again."))
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))


def fold(text: str) -> str:
    """Return the text without marks and in small letters, for searching: `Đào Ân` is `dao an`.

    The letter eth (ð), often typed by mistake for đ, counts as d. The result is NFC.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return unicodedata.normalize("NFC", plain.translate(_STROKES))


def sort_key(text: str) -> str:
    """Return a key whose plain order of code points (or bytes, `C`) is the Vietnamese order.

    The letters of the whole text are compared first (ă and â are letters of their own, after a),
    then the tones, one for each word; capitals and punctuation do not count. Digits come before
    letters, other scripts after. The key is printable and holds no mark, so a column with the
    collation `C` orders it rightly.
    """
    spelled = unicodedata.normalize("NFD", _GAP.sub(" ", text.lower()).strip())
    letters = unicodedata.normalize("NFC", _OTHER_MARKS.sub("", _TONE.sub("", spelled)))
    primary = letters.translate(_LETTERS).replace(" ", "!")
    return f"{primary} {''.join(_tone(word) for word in spelled.split())}"


def _tone(word: str) -> str:
    found = _TONE.search(word)
    return str(TONES.index(found.group())) if found else "0"
