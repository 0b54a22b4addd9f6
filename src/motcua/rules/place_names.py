# SPDX-License-Identifier: Apache-2.0
"""Names of places as people and cards write them: `P. Võ Cường`, `vo cuong`, `TP Bắc Ninh`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from motcua.rules.words import fold

_WORDS: Final = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh"
_SHORT: Final = "tt|tx|tp|đk|x|p|h|q|t"
_DISTRICTS: Final = "huyện|quận|thị xã|thành phố|tx|tp|h|q"


def _opening(words: str, short: str) -> re.Pattern[str]:
    """Match the word for the kind of place before a name: whole, with a dot, or two capitals."""
    return re.compile(rf"(?:(?:{words})\s+|(?:{short})\s*\.\s*|(?:tt|tx|tp)\s+)(?=\S)")


_KIND: Final = _opening(_WORDS, _SHORT)
_PLAIN_KIND: Final = _opening(fold(_WORDS), fold(_SHORT))
_DISTRICT: Final = re.compile(rf"(?:{_DISTRICTS}|{fold(_DISTRICTS)})[\s.]")

Meaning = TypeVar("Meaning")


class Named(Generic[Meaning]):
    """What bears a name, found with or without its accents and the word for its kind."""

    def __init__(self, pairs: Iterable[tuple[str, Meaning]]) -> None:
        """Keep each meaning under its official name, as `Phường Võ Cường`."""
        self._found: dict[str, list[tuple[str, Meaning]]] = defaultdict(list)
        for name, meaning in pairs:
            bare = _KIND.sub("", name.lower(), count=1)
            self._found[fold(bare)].append((bare, meaning))

    def of(self, text: str) -> tuple[Meaning, ...]:
        """Return what the text may name; only those whose accents agree when any do."""
        written = spellings(text)
        pairs = [
            pair for word in sorted({fold(one) for one in written})
            for pair in self._found.get(word, ())
        ]  # fmt: skip
        exact = [pair for pair in pairs if pair[0] in written]
        return tuple(meaning for _, meaning in exact or pairs)


def spellings(text: str) -> frozenset[str]:
    """Return the words in small letters, as they stand and without the word for the kind of place.

    Only a text wholly without accents may have lost those of its kind: `Xa Dung` is a name.
    """
    lowered = text.lower().strip()
    plain = _PLAIN_KIND.sub("", lowered, count=1) if lowered.isascii() else lowered
    return frozenset((lowered, _KIND.sub("", lowered, count=1), plain))


def same_name(text: str, name: str) -> bool:
    """Say whether the text may name the place of this official name, accents or not."""
    return bool(Named([(name, True)]).of(text))


def says_district(text: str) -> bool:
    """Say whether the text calls what it names a district, or a town or city within a province."""
    return bool(_DISTRICT.match(text.lower().strip()))
