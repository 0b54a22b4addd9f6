# SPDX-License-Identifier: Apache-2.0
"""The open procedures as lists show them, kept in memory with the words they are found by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

from django.db.models import Q

from motcua.domains.procedures.finding import index as finding
from motcua.domains.procedures.finding.index import Document, Index
from motcua.domains.procedures.finding.words import other_words, short_title, weight
from motcua.domains.procedures.models import ProcedureVersion, Synonym
from motcua.domains.procedures.queries.state import token
from motcua.kit.snapshots import Snapshot
from motcua.rules.words import sort_key

COLUMNS = (
    "procedure_id", "id", "title_vi", "title_en", "field", "level", "source", "online_level",
    "limit_legal", "limit_committed", "committed_from", "to_verify", "facts__targets",
    "valid_from", "valid_to",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProcedureCard:
    """A procedure in a list; `after` continues the list behind it."""

    code: str
    version_id: int
    title_vi: str
    title_en: str
    field: str
    level: str
    source: str
    online_level: str
    limit_legal: str
    limit_committed: str
    committed_from: date | None
    to_verify: tuple[str, ...]
    targets: frozenset[str]
    valid_from: date
    valid_to: date | None

    @property
    def title(self) -> Mapping[str, str]:
        """The title by language; the Vietnamese one where there is no translation."""
        return {"vi": self.title_vi, "en": self.title_en or self.title_vi}

    @property
    def after(self) -> str:
        """The mark from which the next page goes on."""
        return self.code

    def limit_on(self, on: date) -> str:
        """The limit that is promised on a date, "" when none is known."""
        promised = self.committed_from is None or self.committed_from <= on
        return (promised and self.limit_committed) or self.limit_legal

    def is_open(self, on: date) -> bool:
        """Say whether it takes new dossiers on a date."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)

    def is_at(self, level: str) -> bool:
        """Say whether it is decided at a level; those of both levels are at either."""
        return self.level in (level, "both")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of common speech means: words of titles, and codes."""

    means: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All cards by place; `browsed` are the places in the order of the titles."""

    cards: Sequence[ProcedureCard]
    index: Index
    places: Mapping[str, tuple[int, ...]]
    meanings: Mapping[str, Meaning]
    browsed: Sequence[int]


def _build(today: date) -> Shelf:
    rows = ProcedureVersion.objects.filter(Q(valid_to=None) | Q(valid_to__gt=today))
    found = list(rows.order_by("id").values_list("facts__results", *COLUMNS))
    cards = [_card(row) for _, *row in found]
    documents = (_document(card, results) for card, (results, *_) in zip(cards, found, strict=True))
    places: dict[str, tuple[int, ...]] = {}
    for place, card in enumerate(cards):
        places[card.code] = (*places.get(card.code, ()), place)
    browsed = sorted(range(len(cards)), key=lambda place: sort_key(cards[place].title_vi))
    return Shelf(cards, finding.build(documents), places, dict(_meanings()), browsed)


def _card(row: Sequence[object]) -> ProcedureCard:
    *first, doubts, targets, begins_on, ends_on = row
    shared = (intern(value) if isinstance(value, str) else value for value in first)
    return ProcedureCard(*shared, _tuple(*doubts), _set(*(targets or ())), begins_on, ends_on)


@lru_cache(maxsize=1024)
def _tuple(*words: str) -> tuple[str, ...]:
    """Return the words as they are; equal ones are one value for all cards."""
    return words


@lru_cache(maxsize=1024)
def _set(*words: str) -> frozenset[str]:
    return frozenset(words)


def _document(card: ProcedureCard, results: Sequence[Mapping[str, str]] | None) -> Document:
    facts = {"targets": card.targets, "results": results or ()}
    title = short_title(card.title_vi)
    translated = card.title_en if card.title_en != card.title_vi else ""
    return Document(
        tuple(title.split()),
        frozenset(other_words(translated, card.field, facts).split()),
        weight(title, card.source, card.level, facts),
    )


def _meanings() -> Iterator[tuple[str, Meaning]]:
    for phrase, means, codes in Synonym.objects.values_list("phrase", "means", "codes"):
        yield phrase, Meaning(tuple(means.split()), tuple(codes))


SHELF = Snapshot(version=token, build=_build)
