# SPDX-License-Identifier: Apache-2.0
"""An index of short texts and the order in which they answer a search."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from sys import intern

from motcua.rules.typos import near, slips

OUTSIDE_TITLE = 0.55
SLIP = 0.8
SLIP_OF_A_WORD = 0.5
"""What a word one slip away is worth when the word as typed exists too."""

ADJACENT = 0.35
SHORT = 0.25
EARLY = 0.10
ENOUGH = 0.5
LIKELIEST = 120
SURE = 1.0 + ADJACENT
"""A score that needs all words of a phrase, together, as they were typed."""


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

    titles: Sequence[Sequence[str]]
    weights: Sequence[float]
    in_title: Mapping[str, array[int]]
    in_others: Mapping[str, array[int]]
    rarity: Mapping[str, float]
    slips: Mapping[str, tuple[str, ...]]


Scores = dict[int, float]


def build(documents: Iterable[Document]) -> Index:
    """Return the index of documents, which are known by their places from then on."""
    titles: list[tuple[str, ...]] = []
    weights = array("d")
    in_title: dict[str, array[int]] = {}
    in_others: dict[str, array[int]] = {}
    for place, document in enumerate(documents):
        titles.append(tuple(map(intern, document.title)))
        weights.append(document.weight)
        title = frozenset(titles[-1])
        for word in title:
            in_title.setdefault(word, array("H")).append(place)
        for word in map(intern, document.others - title):
            in_others.setdefault(word, array("H")).append(place)
    known = in_title.keys() | in_others.keys()
    rarity = {
        word: log(1 + len(titles) / (len(in_title.get(word, ())) + len(in_others.get(word, ()))))
        for word in known
    }
    return Index(titles, weights, in_title, in_others, rarity, slips(known))


def ranked(
    index: Index, phrases: Sequence[Phrase], *, lifts: Mapping[int, float]
) -> Iterator[tuple[int, float]]:
    """Yield places and scores, best first; `lifts` adds to documents whatever their words."""
    best: Scores = {place: lift + index.weights[place] for place, lift in lifts.items()}
    for phrase in phrases:
        for place, score in _answers(index, phrase):
            total = score * phrase.worth + lifts.get(place, 0.0) + index.weights[place]
            best[place] = max(best.get(place, 0.0), total)
    yield from sorted(best.items(), key=lambda found: (-round(found[1], 6), found[0]))


def _answers(index: Index, phrase: Phrase) -> Sequence[tuple[int, float]]:
    """Return the documents that have enough of a phrase, with their scores for it.

    Slips of the finger are thought of only when no title has the phrase as it was typed.
    """
    typed = [{word: 1.0} if word in index.rarity else {} for word in phrase.words]
    found = _scored(index, phrase, typed)
    if any(score > SURE for _, score in found):
        return found
    return _scored(index, phrase, [_spellings(index, word) for word in phrase.words])


def _scored(
    index: Index, phrase: Phrase, spellings: Sequence[Mapping[str, float]]
) -> Sequence[tuple[int, float]]:
    """Return who has enough of the words; only the likeliest are looked at more closely."""
    covered = _covered(index, phrase.words, spellings)
    enough = [place for place, part in covered.items() if part >= ENOUGH]
    enough.sort(key=lambda place: -covered[place] - index.weights[place])
    close = [
        (place, covered[place] + _shape(index.titles[place], spellings))
        for place in enough[:LIKELIEST]
    ]
    return [*close, *((place, covered[place]) for place in enough[LIKELIEST:])]


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
    unknown = log(1 + len(index.titles))
    weights = [index.rarity.get(word, unknown) for word in words]
    total = sum(weights) or 1.0
    covered: Scores = {}
    for weight, spelling in zip(weights, spellings, strict=True):
        for place, worth in _having(index, spelling).items():
            covered[place] = covered.get(place, 0.0) + weight * worth / total
    return covered


def _having(index: Index, spelling: Mapping[str, float]) -> Scores:
    """Return the documents that have a word in one of its spellings, each with the best worth."""
    found: Scores = {}
    by_worth = sorted(spelling.items(), key=lambda item: item[1])
    for word, worth in by_worth:
        found.update(dict.fromkeys(index.in_others.get(word, ()), worth * OUTSIDE_TITLE))
    for word, worth in by_worth:
        found.update(dict.fromkeys(index.in_title.get(word, ()), worth))
    return found


def _shape(title: Sequence[str], spellings: Sequence[Mapping[str, float]]) -> float:
    """Return what the places of the words add: together, early, and in a short title."""
    found = [_places(title, spelling) for spelling in spellings]
    first = min((min(places) for places in found if places), default=None)
    if first is None:
        return 0.0
    adjacent = [_together(one, other) for one, other in pairwise(found)] or [1.0]
    worth = sum(max(places.values()) for places in found if places)
    return (
        ADJACENT * sum(adjacent) / len(adjacent)
        + SHORT * min(1.0, worth / len(title))
        + EARLY / (1 + first / 3)
    )


def _places(title: Sequence[str], spelling: Mapping[str, float]) -> dict[int, float]:
    return {place: spelling[word] for place, word in enumerate(title) if word in spelling}


def _together(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Return how well some place of one word stands right before one of the other."""
    return max((min(one[at], other[at + 1]) for at in one if at + 1 in other), default=0.0)
