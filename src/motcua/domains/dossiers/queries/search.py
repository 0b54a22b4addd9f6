# SPDX-License-Identifier: Apache-2.0
"""Find dossiers by code, part of a code, identity number, phone or name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db.models import Max

from motcua.domains.dossiers.models import NameWord
from motcua.domains.dossiers.queries.inbox import SELECT, InboxRow
from motcua.kit import sql
from motcua.kit.snapshots import Snapshot
from motcua.rules.typos import near, slips
from motcua.rules.words import fold

# Word for word as in the index `dossier_words`, or the database would not use it.
MINE: Final = (
    " AND (ARRAY[competent_unit_id, receiving_unit_id, return_unit_id]) && %s::bigint[]"
    " ORDER BY id DESC LIMIT %s"
)
NAMED: Final = "to_tsvector('simple', search) @@ to_tsquery('simple', %s)"
WORD: Final = re.compile(r"\w+")
SHORTEST: Final = 3
MOST_WORDS: Final = 8
MOST_MEANINGS: Final = 12


def search(text: str, *, unit_ids: Sequence[int], limit: int = 60) -> list[InboxRow]:
    """Return the dossiers of these units that fit, newest first; too short a text finds nothing.

    A name is looked for by its whole words first, then with its last word unfinished, then with
    one slip of the finger forgiven in each word.
    """
    words = text.strip()
    if len(words) < SHORTEST:
        return []
    for where, value in _questions(words):
        found = _find(where, value, unit_ids, limit)
        if found:
            return found
    return []


def _find(where: str, value: str, unit_ids: Sequence[int], limit: int) -> list[InboxRow]:
    """Ask the database; unprepared, because the best way depends on how common the words are."""
    query, params = f"{SELECT} WHERE {where}{MINE}", [value, list(unit_ids), limit]
    return [InboxRow(*row) for row in sql.fetch_all(query, params, prepared=False)]


def _questions(words: str) -> Iterator[tuple[str, str]]:
    digits = words.replace(" ", "").replace(".", "")
    if words[0].isalpha() and any(sign.isdigit() for sign in words) and "-" in words:
        yield "code = %s", words.upper()
    elif digits.isdigit() and len(digits) >= 9:
        column = "applicant_phone" if len(digits) in (10, 11) and digits[0] == "0" else None
        yield f"{column or 'applicant_id_number'} = %s", digits
    elif "-" in words or digits.isdigit():
        yield "reverse(code) LIKE %s", sql.literal(words[::-1].upper()) + "%"
    else:
        yield from ((NAMED, question) for question in _names(fold(words)))


def _names(text: str) -> Iterator[str]:
    """Yield what to ask the text index, the strictest first; nothing without a word."""
    words = WORD.findall(text)[:MOST_WORDS]
    if words:
        yield " & ".join(words)
        yield " & ".join(words) + ":*"
        yield from _meant(words)


def _meant(words: Sequence[str]) -> Iterator[str]:
    """Yield the one question that forgives a slip in each word, if another reading exists."""
    table = _SLIPS.get()
    readings = [[word, *sorted(near(word, table))][:MOST_MEANINGS] for word in words]
    if any(len(reading) > 1 for reading in readings):
        yield " & ".join(f"({' | '.join(reading)})" for reading in readings)


def _build(_: date) -> Mapping[str, tuple[str, ...]]:
    return slips(NameWord.objects.values_list("word", flat=True))


def _version() -> Any:
    return NameWord.objects.aggregate(last=Max("id"))["last"]


_SLIPS: Snapshot[Mapping[str, tuple[str, ...]]] = Snapshot(version=_version, build=_build)
