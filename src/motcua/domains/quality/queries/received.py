# SPDX-License-Identifier: Apache-2.0
"""What a counter takes in most, counted over its own latest dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from motcua.kit import sql

LATEST: Final = 2000

# One walk down the index per counter: flat however many dossiers the province has.
MOST: Final = """
SELECT latest.procedure_code FROM unnest(%s::bigint[]) AS unit(id),
  LATERAL (
    SELECT procedure_code FROM quality_dossierfact
    WHERE receiving_unit_id = unit.id AND received_at IS NOT NULL
    ORDER BY received_at DESC LIMIT %s
  ) AS latest
GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT %s
"""


def most_received(unit_ids: Sequence[int], *, limit: int) -> tuple[str, ...]:
    """Return the codes of the procedures these counters received most of late, the first ahead.

    Counted are the latest 2,000 dossiers of each counter, whoever is competent for them.
    """
    rows = sql.fetch_all(MOST, [list(unit_ids), LATEST, limit])
    return tuple(code for (code,) in rows)
