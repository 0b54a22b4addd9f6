# SPDX-License-Identifier: Apache-2.0
"""Finds procedures in the words of citizens: marks optional, slips of the finger forgiven."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Q

from motcua.domains.procedures.finding import index as finding
from motcua.domains.procedures.finding.index import Document, Index, Phrase
from motcua.domains.procedures.finding.words import (
    other_words,
    plain,
    short_title,
    weight,
    without_chatter,
)
from motcua.domains.procedures.models import ProcedureVersion, Synonym
from motcua.domains.procedures.queries.state import token
from motcua.kit.snapshots import Snapshot
from motcua.rules.words import sort_key

LONGEST = 200
MOST_WORDS = 16
MEANT = 1.0
MEANT_LATER = 0.03
BY_CODE = 3.0
SAID_OTHERWISE = 0.9


@dataclass(frozen=True, slots=True)
class ProcedureCard:
    """A procedure in a list; `after` continues the list behind it."""

    code: str
    version_id: int
    title: Mapping[str, str]
    field: str
    level: str
    source: str
    online_level: str
    limit_legal: str
    limit_committed: str
    to_verify: tuple[str, ...]
    targets: frozenset[str]
    valid_from: date
    valid_to: date | None

    @property
    def after(self) -> str:
        """The mark from which the next page goes on."""
        return self.code


@dataclass(frozen=True, slots=True)
class _Meaning:
    means: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Catalogue:
    cards: Sequence[ProcedureCard]
    index: Index
    places: Mapping[str, tuple[int, ...]]
    meanings: Mapping[str, _Meaning]
    browsed: Sequence[int]


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
    known = _CATALOGUE.get()
    asked = plain(text[:LONGEST]).split()[:MOST_WORDS]
    found = (known.cards[place] for place in _places(known, asked))
    shown = (card for card in found if _is_shown(card, on, level, field))
    for_them = (card for card in shown if not targets or not card.targets.isdisjoint(targets))
    return tuple(islice(_behind(for_them, after), limit))


def fields(*, on: date) -> tuple[tuple[str, int], ...]:
    """Return the fields of the procedures open on a date with their numbers, by name."""
    numbers: dict[str, int] = {}
    for card in _CATALOGUE.get().cards:
        if _is_shown(card, on, "", ""):
            numbers[card.field] = numbers.get(card.field, 0) + 1
    return tuple(sorted(numbers.items(), key=lambda item: sort_key(item[0])))


def _is_shown(card: ProcedureCard, on: date, level: str, field: str) -> bool:
    is_open = card.valid_from <= on and (card.valid_to is None or on < card.valid_to)
    return is_open and level in ("", card.level if card.level != "both" else level) and (
        field in ("", card.field)
    )  # fmt: skip


def _behind(cards: Iterator[ProcedureCard], after: str) -> Iterator[ProcedureCard]:
    """Skip the cards up to the mark."""
    if after:
        for card in cards:
            if card.after == after:
                break
    return cards


def _places(known: _Catalogue, asked: Sequence[str]) -> Iterator[int]:
    if not asked:
        return iter(known.browsed)
    said = tuple(without_chatter(" ".join(asked)).split())
    meaning, share = _meaning(known, asked)
    phrases = [Phrase(said)]
    if meaning.means:
        phrases.append(Phrase(meaning.means, SAID_OTHERWISE * share))
    lifts = {
        place: (MEANT - MEANT_LATER * rank) * share
        for rank, code in enumerate(meaning.codes)
        for place in known.places.get(code, ())
    }
    lifts |= {place: BY_CODE for word in asked for place in known.places.get(word, ())}
    return (place for place, _ in finding.ranked(known.index, phrases, lifts=lifts))


def _meaning(known: _Catalogue, asked: Sequence[str]) -> tuple[_Meaning, float]:
    """Return what the longest phrase of common speech means, and its share of the words said."""
    for length in range(len(asked), 0, -1):
        for start in range(len(asked) - length + 1):
            found = known.meanings.get(" ".join(asked[start : start + length]))
            if found:
                rest = " ".join([*asked[:start], *asked[start + length :]])
                return found, length / (length + len(without_chatter(rest).split()))
    return _Meaning((), ()), 0.0


def _build(today: date) -> _Catalogue:
    rows = ProcedureVersion.objects.filter(Q(valid_to=None) | Q(valid_to__gt=today))
    cards, documents = [], []
    columns = (
        "procedure_id", "id", "title_vi", "title_en", "field", "level", "source", "online_level",
        "limit_legal", "limit_committed", "to_verify", "valid_from", "valid_to",
    )  # fmt: skip
    wanted = rows.values_list(*columns, "facts__targets", "facts__results").order_by("id")
    for code, id_, vi, en, field, level, source, *rest, targets, results in wanted.iterator():
        online, legal, committed, doubts, begins, ends = rest
        title = {"vi": vi, "en": en or vi}
        cards.append(
            ProcedureCard(
                code,
                id_,
                title,
                field,
                level,
                source,
                online,
                legal,
                committed,
                tuple(doubts),
                frozenset(targets or ()),
                begins,
                ends,
            )  # fmt: skip
        )
        facts = {"targets": targets or (), "results": results or ()}
        short = short_title(vi)
        documents.append(
            Document(
                tuple(short.split()),
                frozenset(other_words(en if en != vi else "", field, facts).split()),
                weight(short, source, level, facts),
            )
        )
    places: dict[str, tuple[int, ...]] = {}
    for place, card in enumerate(cards):
        places[card.code] = (*places.get(card.code, ()), place)
    browsed = sorted(range(len(cards)), key=lambda place: sort_key(cards[place].title["vi"]))
    return _Catalogue(cards, finding.build(documents), places, _meanings(), browsed)


def _meanings() -> dict[str, _Meaning]:
    rows = Synonym.objects.values_list("phrase", "means", "codes")
    return {phrase: _Meaning(tuple(means.split()), tuple(codes)) for phrase, means, codes in rows}


_CATALOGUE = Snapshot(version=token, build=_build)
