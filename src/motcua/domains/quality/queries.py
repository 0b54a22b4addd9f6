# SPDX-License-Identifier: Apache-2.0
"""Figures for the board, from counted days; never by counting all dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from motcua.domains.quality.models import DayCount

COLUMNS = ("submitted", "received", "ended", "ended_on_time", "returned")


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened in a span of days."""

    submitted: int
    received: int
    ended: int
    ended_on_time: int
    returned: int


def figures(*, first: date, last: date, unit_id: int | None = None) -> Figures:
    """Return the sums from `first` to `last`, both included, of one unit or of the province."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    sums = rows.aggregate(**{name: Sum(name, default=0) for name in COLUMNS})
    return Figures(**sums)


def by_unit(*, first: date, last: date) -> dict[int, Figures]:
    """Return the same sums unit by unit."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last).values("unit_id")
    sums = rows.annotate(**{name: Sum(name, default=0) for name in COLUMNS})
    return {row.pop("unit_id"): Figures(**{n: row[n] for n in COLUMNS}) for row in sums}


def by_day(*, first: date, last: date) -> dict[date, Figures]:
    """Return the sums of the province day by day; days without a count are left out."""
    rows = DayCount.objects.filter(on__gte=first, on__lte=last).values("on")
    sums = rows.annotate(**{name: Sum(name, default=0) for name in COLUMNS})
    return {row.pop("on"): Figures(**{n: row[n] for n in COLUMNS}) for row in sums}
