# SPDX-License-Identifier: Apache-2.0
"""An index of short texts and the order in which they answer a search."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log

from motcua.domains.procedures.finding.typos import near, slips

OUTSIDE_TITLE = 0.55
SLIP = 0.8
SLIP_OF_A_WORD = 0.5
"""What a word one slip away is worth when the word as typed exists too."""

ADJACENT = 0.35
SHORT = 0.25
EARLY = 0.10
ENOUGH = 0.5
CANDIDATES = 250


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be found: the words of its title, its other words, what lifts it."""

    title: tuple[str, ...]
    others: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words searched for, and how much finding them counts."""

    words: tuple[str, ...]
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Index:
    """Documents by word; made by `build`, read by `ranked`."""

    documents: Sequence[Document]
    in_title: Mapping[str, array[int]]
    in_others: Mapping[str, array[int]]
    rarity: Mapping[str, float]
    slips: Mapping[str, tuple[str, ...]]


Scores = dict[int, float]


def build(documents: Sequence[Document]) -> Index:
    """Return the index of documents, which are known by their places from then on."""
    in_title: dict[str, array[int]] = {}
    in_others: dict[str, array[int]] = {}
    for place, document in enumerate(documents):
        title = frozenset(document.title)
        for word in title:
            in_title.setdefault(word, array("L")).append(place)
        for word in document.others - title:
            in_others.setdefault(word, array("L")).append(place)
    known = in_title.keys() | in_others.keys()
    rarity = {
        word: log(1 + len(documents) / (len(in_title.get(word, ())) + len(in_others.get(word, ()))))
        for word in known
    }
    return Index(documents, in_title, in_others, rarity, slips(known))


def ranked(
    index: Index, phrases: Sequence[Phrase], *, lifts: Mapping[int, float]
) -> Iterator[tuple[int, float]]:
    """Yield places and scores, best first; `lifts` adds to documents whatever their words."""
    best: Scores = {place: lift + index.documents[place].weight for place, lift in lifts.items()}
    for phrase in phrases:
        for place, score in _answers(index, phrase):
            total = score * phrase.worth + lifts.get(place, 0.0) + index.documents[place].weight
            best[place] = max(best.get(place, 0.0), total)
    yield from sorted(best.items(), key=lambda found: (-round(found[1], 6), found[0]))


def _answers(index: Index, phrase: Phrase) -> Iterator[tuple[int, float]]:
    """Yield the documents that have enough of a phrase, with their scores for it."""
    spellings = [_spellings(index, word) for word in phrase.words]
    covered = _covered(index, phrase.words, spellings)
    likely = nlargest(
        CANDIDATES, covered, key=lambda place: covered[place] + index.documents[place].weight
    )
    for place in likely:
        if covered[place] >= ENOUGH:
            yield place, covered[place] + _shape(index.documents[place].title, spellings)


def _spellings(index: Index, word: str) -> dict[str, float]:
    """Return the known words that a word may stand for, with what each is worth."""
    known = word in index.rarity
    worth = SLIP_OF_A_WORD if known else SLIP
    found = dict.fromkeys(near(word, index.slips), worth)
    return found | {word: 1.0} if known else found


def _covered(
    index: Index, words: Sequence[str], spellings: Sequence[Mapping[str, float]]
) -> Scores:
    """Return how much of a phrase each document has, 0 to 1; rare words count more."""
    unknown = log(1 + len(index.documents))
    weights = [index.rarity.get(word, unknown) for word in words]
    total = sum(weights) or 1.0
    covered: Scores = {}
    for weight, spelling in zip(weights, spellings, strict=True):
        for place, worth in _having(index, spelling).items():
            covered[place] = covered.get(place, 0.0) + weight * worth / total
    return covered


def _having(index: Index, spelling: Mapping[str, float]) -> Scores:
    found: Scores = {}
    for word, worth in spelling.items():
        for place in index.in_others.get(word, ()):
            found[place] = max(found.get(place, 0.0), worth * OUTSIDE_TITLE)
        for place in index.in_title.get(word, ()):
            found[place] = max(found.get(place, 0.0), worth)
    return found


def _shape(title: Sequence[str], spellings: Sequence[Mapping[str, float]]) -> float:
    """Return what the places of the words add: together, early, and in a short title."""
    places = [_places(title, spelling) for spelling in spellings]
    first = min((min(found) for found in places if found), default=None)
    if first is None:
        return 0.0
    together = [bool({place + 1 for place in one} & other) for one, other in pairwise(places)]
    adjacent = sum(together) / len(together) if together else 1.0
    short = min(1.0, sum(map(bool, places)) / len(title))
    return ADJACENT * adjacent + SHORT * short + EARLY / (1 + first / 3)


def _places(title: Sequence[str], spelling: Mapping[str, float]) -> set[int]:
    return {place for place, word in enumerate(title) if word in spelling}
