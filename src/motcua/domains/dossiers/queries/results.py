# SPDX-License-Identifier: Apache-2.0
"""Results that wait at a counter for the person they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from motcua.domains.dossiers.queries.inbox import BEGINNING, SELECT, InboxRow, Page
from motcua.kit import sql
from motcua.kit.access import Role
from motcua.rules.words import fold
from motcua.rules.workflow import Status

NUMBER: Final = re.compile(r"\d{9,12}", re.ASCII)

# The desk's own index, one walk per counter; what is typed is compared along the way.
ONE_COUNTER: Final = (
    f"({SELECT} WHERE desk_unit_id = %s AND desk_role = %s AND status = %s"
    " AND (queue_due_at, id) > (%s::timestamptz, %s)"
)
OF_PERSON: Final = " AND (code LIKE %s OR search LIKE %s)"
OF_NUMBER: Final = " AND %s IN (applicant_id_number, applicant_phone)"
IN_ORDER: Final = " ORDER BY queue_due_at, id LIMIT %s)"


def results_at(
    unit_ids: Sequence[int],
    *,
    text: str = "",
    after: tuple[str, int] | None = None,
    limit: int = 60,
) -> Page:
    """Return the dossiers whose result lies at these counters, those promised first ahead.

    `text` leaves those with it in code or name, accents or not, or with this identity or phone
    number.
    """
    if not unit_ids:
        return Page((), None)
    where, values = _asked(text)
    moment, last_id = after or BEGINNING
    together = " UNION ALL ".join([ONE_COUNTER + where + IN_ORDER] * len(unit_ids))
    params: list[Any] = []
    for unit_id in unit_ids:
        given = (unit_id, Role.COUNTER, int(Status.COMPLETED), moment, last_id)
        params += [*given, *values, limit + 1]
    query = f"SELECT * FROM ({together}) AS here ORDER BY queue_due_at, id LIMIT %s"
    found = sql.fetch_all(query, [*params, limit + 1])
    rows = [InboxRow(*row) for row in found[:limit]]
    last = rows[-1] if len(found) > limit else None
    return Page(rows, (last.queue_due_at.isoformat(), last.id) if last else None)


def _asked(text: str) -> tuple[str, list[str]]:
    words = text.strip()
    number = re.sub(r"[\s.]", "", words)
    if NUMBER.fullmatch(number):
        return OF_NUMBER, [number]
    return (OF_PERSON, [_within(words.upper()), _within(fold(words))]) if words else ("", [])


def _within(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
