# SPDX-License-Identifier: Apache-2.0
"""Put the invented support points of the demonstration into the tables."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from motcua.domains.support import points
from motcua.domains.support.models import PointHours, SupportPoint
from motcua.domains.units import queries as units
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM
from motcua.rules.words import sort_key

FILE = "demo/support_points.csv"


@transaction.atomic
def load_demo_points(*, at: datetime) -> int:
    """Load the points when there is none at all; return how many."""
    if SupportPoint.objects.exists():
        return 0
    rows = list(datafiles.read_csv(FILE))
    for row in rows:
        valid_from = date.fromisoformat(row["valid_from"])
        point = SupportPoint.objects.create(
            name=row["name"], address=row["address"], hamlet=row["hamlet"],
            commune_id=row["commune_code"], unit_id=units.agency_by_code(row["commune_code"]).id,
            phone=row["phone"], sort_key=sort_key(row["name"]), source=row["source"],
            valid_from=valid_from,
        )  # fmt: skip
        days = points.week({day: row[f"day_{day}"] for day in range(1, 8)})
        PointHours.objects.create(point=point, days=days, valid_from=valid_from)
    audit.append(
        chain="demo:support_points", at=at, act="load_demo_points", actor=SYSTEM,
        payload={"points": len(rows)},
    )  # fmt: skip
    return len(rows)
