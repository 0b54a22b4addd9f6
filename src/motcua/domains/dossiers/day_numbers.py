# SPDX-License-Identifier: Apache-2.0
"""Numbers that run from one on every day: of dossiers, common receipts, hand-over lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import connection

from motcua.domains.units import queries as units
from motcua.kit.clock import VN

BUNDLE: Final = "TN"  # tiếp nhận
HANDOVER: Final = "BG"  # bàn giao
NEXT: Final = (
    'INSERT INTO dossiers_daycounter (agency_code, "on", last) VALUES (%s, %s, 1)'
    ' ON CONFLICT (agency_code, "on")'
    " DO UPDATE SET last = dossiers_daycounter.last + 1 RETURNING last"
)


def next_number(series: str, on: date) -> int:
    """Return the next number of a series on a day; it is taken with the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series, on])
        return int(cursor.fetchone()[0])


def next_code(series: str, unit_id: int, at: datetime) -> str:
    """Return the next code of a unit's day: `BG-H05.43-260703-001`."""
    on = at.astimezone(VN).date()
    named = f"{series}-{units.agency(unit_id).code}"
    return f"{named}-{on:%y%m%d}-{next_number(named[:35], on):03d}"
