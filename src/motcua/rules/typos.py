# SPDX-License-Identifier: Apache-2.0
"""Words one slip of the finger apart: a letter too many, missing, wrong, or two changed about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

SHORTEST = 3


def shortened(word: str) -> Iterator[str]:
    """Yield the word with each of its letters left out."""
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def slips(vocabulary: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the table that `near` looks up: words by what is left when a letter is missing."""
    table: dict[str, set[str]] = {}
    for word in vocabulary:
        if len(word) >= SHORTEST and word.isalpha():
            for left in {word, *shortened(word)}:
                table.setdefault(left, set()).add(word)
    return {left: tuple(sorted(words)) for left, words in table.items()}


def near(word: str, table: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the known words that are one slip away from a word, itself not among them."""
    if len(word) < SHORTEST or not word.isalpha():
        return frozenset()
    found = {known for left in {word, *shortened(word)} for known in table.get(left, ())}
    return frozenset(known for known in found - {word} if _is_one_slip(word, known))


def _is_one_slip(one: str, other: str) -> bool:
    """Say whether one step leads from word to word; two letters may have changed places."""
    if len(one) != len(other):
        return True
    apart = [place for place, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1]
    if len(apart) == 1:
        return True
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
