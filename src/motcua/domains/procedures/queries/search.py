# SPDX-License-Identifier: Apache-2.0
"""Finds procedures in the words of citizens: marks optional, slips of the finger forgiven."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice

from motcua.domains.procedures.finding import index as finding
from motcua.domains.procedures.finding.index import Phrase
from motcua.domains.procedures.finding.words import plain, without_chatter
from motcua.domains.procedures.queries.cards import SHELF, Meaning, ProcedureCard, Shelf
from motcua.rules.words import sort_key

LONGEST = 200
MOST_WORDS = 16
MEANT = 1.0
MEANT_LATER = 0.03
BY_CODE = 3.0
SAID_OTHERWISE = 0.9


def find(
    text: str,
    *,
    on: date,
    level: str = "",
    field: str = "",
    targets: Collection[str] = (),
    limit: int = 20,
    after: str = "",
) -> tuple[ProcedureCard, ...]:
    """Return the procedures open on a date that a text may mean, the likeliest first.

    `level` is province or commune (procedures of both count for either), `field` a field of the
    catalogue, `targets` those of whom one at least may ask, `after` the mark of the last card
    seen. Without text: all, by title.
    """
    shelf = SHELF.get()
    asked = plain(text[:LONGEST]).split()[:MOST_WORDS]
    cards = (shelf.cards[place] for place in _places(shelf, asked))
    shown = (
        card
        for card in cards
        if card.is_open(on)
        and (not level or card.is_at(level))
        and field in ("", card.field)
        and (not targets or not card.targets.isdisjoint(targets))
    )
    return tuple(islice(_behind(shown, after), limit))


def fields(*, on: date) -> tuple[tuple[str, int], ...]:
    """Return the fields of the procedures open on a date with their numbers, by name."""
    numbers: dict[str, int] = {}
    for card in SHELF.get().cards:
        if card.is_open(on):
            numbers[card.field] = numbers.get(card.field, 0) + 1
    return tuple(sorted(numbers.items(), key=lambda item: sort_key(item[0])))


def _behind(cards: Iterator[ProcedureCard], after: str) -> Iterator[ProcedureCard]:
    """Skip the cards up to the mark."""
    if after:
        for card in cards:
            if card.after == after:
                break
    return cards


def _places(shelf: Shelf, asked: Sequence[str]) -> Iterator[int]:
    if not asked:
        return iter(shelf.browsed)
    said = tuple(without_chatter(" ".join(asked)).split())
    meaning, share = _meaning(shelf, asked)
    phrases = [Phrase(said)]
    if meaning.means:
        phrases.append(Phrase(meaning.means, SAID_OTHERWISE * share))
    lifts = {
        place: (MEANT - MEANT_LATER * rank) * share
        for rank, code in enumerate(meaning.codes)
        for place in shelf.places.get(code, ())
    }
    lifts |= {place: BY_CODE for word in asked for place in shelf.places.get(word, ())}
    return (place for place, _ in finding.ranked(shelf.index, phrases, lifts=lifts))


def _meaning(shelf: Shelf, asked: Sequence[str]) -> tuple[Meaning, float]:
    """Return what the longest phrase of common speech means, and its share of the words said."""
    for length in range(len(asked), 0, -1):
        for start in range(len(asked) - length + 1):
            found = shelf.meanings.get(" ".join(asked[start : start + length]))
            if found:
                rest = " ".join([*asked[:start], *asked[start + length :]])
                return found, length / (length + len(without_chatter(rest).split()))
    return Meaning((), ()), 0.0
