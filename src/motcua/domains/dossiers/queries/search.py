# SPDX-License-Identifier: Apache-2.0
"""Find dossiers by code, part of a code, identity number, phone or name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from motcua.domains.dossiers.queries.inbox import SELECT, InboxRow
from motcua.kit import sql
from motcua.rules.words import fold

MINE = (
    " AND (competent_unit_id = ANY(%s) OR receiving_unit_id = ANY(%s) OR return_unit_id = ANY(%s))"
)


def search(text: str, *, unit_ids: Sequence[int], limit: int = 60) -> list[InboxRow]:
    """Return the dossiers of these units that fit, newest first; too short a text finds nothing."""
    words = text.strip()
    if len(words) < 3:
        return []
    where, value = _question(words)
    units = [list(unit_ids)] * 3
    query = f"{SELECT} WHERE {where}{MINE} ORDER BY id DESC LIMIT %s"
    return [InboxRow(*row) for row in sql.fetch_all(query, [value, *units, limit])]


def _question(words: str) -> tuple[str, Any]:
    digits = words.replace(" ", "").replace(".", "")
    if words[0].isalpha() and any(sign.isdigit() for sign in words) and "-" in words:
        return "code = %s", words.upper()
    if digits.isdigit() and len(digits) >= 9:
        column = "applicant_phone" if len(digits) in (10, 11) and digits[0] == "0" else None
        return f"{column or 'applicant_id_number'} = %s", digits
    if "-" in words or digits.isdigit():
        return "reverse(code) LIKE %s", _pattern(words[::-1].upper())
    return "search LIKE %s", "%" + _pattern(fold(words))


def _pattern(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped + "%"
