# SPDX-License-Identifier: Apache-2.0
"""Results that wait at a counter for the person they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from motcua.domains.dossiers.queries.inbox import Page, walk
from motcua.kit import sql
from motcua.kit.access import Post
from motcua.rules.words import fold
from motcua.rules.workflow import Status

NUMBER: Final = re.compile(r"\d{9,12}", re.ASCII)

# What is typed is compared along the walk of the desk's own index.
READY: Final = f" AND status = {int(Status.COMPLETED)}"
OF_PERSON: Final = " AND (code LIKE %s OR search LIKE %s)"
OF_NUMBER: Final = " AND %s IN (applicant_id_number, applicant_phone)"


def results_at(
    counters: Sequence[Post],
    *,
    text: str = "",
    after: tuple[str, int] | None = None,
    limit: int = 60,
) -> Page:
    """Return the dossiers whose result lies at these counters, those promised first ahead.

    `text` leaves those with it in code or name, accents or not, or with this identity or phone
    number.
    """
    where, values = _asked(text)
    return walk(counters, READY + where, values, after=after, limit=limit)


def _asked(text: str) -> tuple[str, list[str]]:
    words = text.strip()
    number = re.sub(r"[\s.]", "", words)
    if NUMBER.fullmatch(number):
        return OF_NUMBER, [number]
    return (OF_PERSON, [_within(words.upper()), _within(fold(words))]) if words else ("", [])


def _within(words: str) -> str:
    return f"%{sql.literal(words)}%"
