# SPDX-License-Identifier: Apache-2.0
"""Statistics of a period: what was carried over, came in, was finished, is still open.

Every number is a condition on the facts, counted by one statement for a whole table; the list
behind a number asks with the very same condition. Carried over and received is always finished
and open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from motcua.kit import sql
from motcua.kit.clock import VN

OPEN: Final = "(ended_at IS NULL OR ended_at >= %(until)s)"
ENDED: Final = "(ended_at >= %(since)s AND ended_at < %(until)s)"
WITHDRAWN: Final = "status IN (7, 8)"
WAITING: Final = "(status IN (5, 6) AND %(is_now)s)"
OVER: Final = f"(coalesce(due_at < %(cut)s, false) AND NOT {WAITING})"
LEGALLY_OVER: Final = f"(coalesce(legal_due_at < %(cut)s, false) AND NOT {WAITING})"

MEASURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "carried": "received_at < %(since)s",
        "received": "received_at >= %(since)s",
        "received_online": "received_at >= %(since)s AND channel = 2",
        "finished": ENDED,
        "early": f"{ENDED} AND NOT {WITHDRAWN} AND verdict = 'early'",
        "on_time": f"{ENDED} AND NOT {WITHDRAWN} AND verdict NOT IN ('early', 'late')",
        "late": f"{ENDED} AND NOT {WITHDRAWN} AND verdict = 'late'",
        "legally_late": f"{ENDED} AND NOT {WITHDRAWN} AND legal_verdict = 'late'",
        "cut": f"{ENDED} AND {WITHDRAWN}",
        "open": OPEN,
        "within": f"{OPEN} AND NOT {OVER}",
        "over": f"{OPEN} AND {OVER}",
        "legally_over": f"{OPEN} AND {LEGALLY_OVER}",
    }
)
"""What each column counts, as SQL on `quality_dossierfact`. `cut`: stopped or withdrawn.

While a dossier waits for its applicant it is not over its limit; that is known of today only.
"""

AXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "unit": "competent_unit_id::text",
        "procedure": "procedure_code",
        "version": "version_id::text",
        "officer": "officer_code",
        "channel": "channel::text",
    }
)
"""What a table can be broken down by; `version` is for fields, which hang on the version."""

BASE: Final = """
FROM quality_dossierfact
WHERE received_at < %(until)s AND (ended_at IS NULL OR ended_at >= %(since)s)
  AND (%(units)s::bigint[] IS NULL
    OR competent_unit_id = ANY(%(units)s) OR receiving_unit_id = ANY(%(units)s))
"""
ROWS_AT_ONCE: Final = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """A period of whole days in Vietnam, both included, and the units (None: the province).

    `now` is the moment of asking: a period that is still running is judged as of it.
    """

    first: date
    last: date
    now: datetime
    unit_ids: Collection[int] | None = None

    @property
    def params(self) -> dict[str, Any]:
        """The values of the statements."""
        since = datetime.combine(self.first, time(), VN)
        until = datetime.combine(self.last + timedelta(days=1), time(), VN)
        return {
            "since": since,
            "until": until,
            "cut": min(until, self.now),
            "is_now": until >= self.now,
            "units": None if self.unit_ids is None else sorted(self.unit_ids),
        }


class Listed(NamedTuple):
    """A dossier behind a number."""

    code: str
    procedure_code: str
    version_id: int
    competent_unit_id: int
    receiving_unit_id: int
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    status: int
    verdict: str


def table(scope: Scope, axis: str) -> dict[str, dict[str, int]]:
    """Return every measure by the key of the axis, in one statement."""
    counts = ", ".join(f"count(*) FILTER (WHERE {sure})" for sure in MEASURES.values())
    rows = sql.fetch_all(f"SELECT {AXES[axis]}, {counts} {BASE} GROUP BY 1", scope.params)
    return {row[0]: dict(zip(MEASURES, row[1:], strict=True)) for row in rows}


def total(rows: Collection[Mapping[str, int]]) -> dict[str, int]:
    """Return the sums of the rows of a table."""
    return {name: sum(row[name] for row in rows) for name in MEASURES}


def listed(
    scope: Scope, measure: str, axis: str = "", keys: Sequence[str] = (), *, skip: int = 0
) -> tuple[int, list[Listed]]:
    """Return how many dossiers are behind a number, and up to sixty of them by receipt.

    Without an axis the number is that of the whole scope.
    """
    params: dict[str, Any] = scope.params | {"keys": list(keys), "skip": skip}
    where = f"{BASE} AND {MEASURES[measure]}"
    if axis:
        where += f" AND {AXES[axis]} = ANY(%(keys)s)"
    found = sql.fetch_one(f"SELECT count(*) {where}", params)
    rows = sql.fetch_all(
        f"SELECT dossier_code, procedure_code, version_id, competent_unit_id, receiving_unit_id,"
        f" received_at, due_at, ended_at, status, verdict {where}"
        f" ORDER BY received_at, dossier_code LIMIT {ROWS_AT_ONCE} OFFSET %(skip)s",
        params,
    )
    return (int(found[0]) if found else 0), [Listed(*row) for row in rows]
