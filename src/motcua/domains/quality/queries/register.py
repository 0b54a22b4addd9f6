# SPDX-License-Identifier: Apache-2.0
"""The register of dossiers of a receiving unit (form 07): which dossiers stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from motcua.domains.dossiers.queries.register import RegisterRow, register_rows
from motcua.kit import sql
from motcua.kit.clock import VN

CODES: Final = """
SELECT dossier_code FROM quality_dossierfact
WHERE receiving_unit_id = %s AND received_at >= %s AND received_at < %s
ORDER BY received_at, dossier_code LIMIT %s OFFSET %s
"""
AT_ONCE: Final = 500


def register_codes(unit_id: int, first: date, last: date) -> list[str]:
    """Return the codes of all dossiers that stand in the register of these days, in its order."""
    since, until = _bounds(first, last)
    return [row[0] for row in sql.fetch_all(CODES, [unit_id, since, until, None, 0])]


def register(unit_id: int, first: date, last: date) -> Iterator[RegisterRow]:
    """Yield what the unit received from `first` to `last`, both included, by moment of receipt.

    Read in portions, so that a year fits into any memory.
    """
    since, until = _bounds(first, last)
    skip = 0
    while True:
        codes = [row[0] for row in sql.fetch_all(CODES, [unit_id, since, until, AT_ONCE, skip])]
        yield from register_rows(codes)
        if len(codes) < AT_ONCE:
            return
        skip += AT_ONCE


def _bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the moments at which the days begin and are over."""
    since = datetime.combine(first, time(), VN)
    return since, datetime.combine(last + timedelta(days=1), time(), VN)
