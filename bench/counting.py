# SPDX-License-Identifier: Apache-2.0
"""Statistics of a province with a million dossiers; a child that prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from datetime import timedelta

from motcua.faces.cli.ready import prepare

prepare()

from django.db import connection  # noqa: E402

from motcua.domains.quality.models import DossierFact  # noqa: E402
from motcua.domains.quality.queries.statistics import Scope, table  # noqa: E402
from motcua.kit import clock  # noqa: E402

TABLE = DossierFact._meta.db_table
ROUNDS = 5
SPANS = {"month": 30, "year": 365}
MOMENTS = ("submitted_at", "received_at", "due_at", "legal_due_at", "ended_at", "returned_at")


def main(to: int, unit_id: int) -> None:
    """Grow the facts to about `to` rows, spread over two years; time a month's and a year's."""
    _grow(to)
    found: dict[str, float] = {"rows": _count()}
    for span, days in SPANS.items():
        for whose, units in (("province", None), ("unit", [unit_id])):
            found[f"{whose}_{span}_ms"] = _milliseconds(days, units)
    print(json.dumps(found))


def _grow(to: int) -> None:
    with connection.cursor() as cursor:
        names = [field.column for field in DossierFact._meta.concrete_fields]
        values = ", ".join(_value(name) for name in names)
        cursor.execute(
            f"INSERT INTO {TABLE} ({', '.join(names)}) SELECT {values} FROM {TABLE} f"
            " CROSS JOIN generate_series(1, %s) copy",
            [to // _count() - 1],
        )
        cursor.execute(f"VACUUM ANALYZE {TABLE}")


def _value(column: str) -> str:
    if column == "dossier_code":
        return "f.dossier_code || '/' || copy"
    if column in MOMENTS:
        return f"f.{column} - mod(copy, 700) * interval '1 day'"
    return f"f.{column}"


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TABLE}")
        return int(cursor.fetchone()[0])


def _milliseconds(days: int, unit_ids: list[int] | None) -> float:
    """Return the median time of the whole table by unit or, for one unit, by procedure."""
    today = clock.today()
    scope = Scope(today - timedelta(days), today, clock.now(), unit_ids)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        table(scope, "procedure" if unit_ids else "unit")
        times.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(times), 1)


main(int(sys.argv[1]), int(sys.argv[2]))
