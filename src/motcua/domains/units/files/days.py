# SPDX-License-Identifier: Apache-2.0
"""Days that differ from the plain week, and the hours of the offices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from motcua.domains.units.models import CalendarDay, OfficeHours
from motcua.kit.datafiles import read_yaml


def load_days(folder: Path) -> date | None:
    """Put holidays.yaml and office_hours.yaml; guesses in the table give way to the file.

    Returns the first day that is now worked or off differently, None when none is.
    """
    before = _kinds()
    stated = [_day(row) for row in read_yaml(folder / "holidays.yaml")["days"]]
    CalendarDay.objects.filter(agency=None, to_verify=True).delete()
    CalendarDay.objects.bulk_create(stated, ignore_conflicts=True)
    hours = read_yaml(folder / "office_hours.yaml")["office_hours"]
    if not OfficeHours.objects.filter(agency=None).exists():
        OfficeHours.objects.bulk_create([_hours(row) for row in hours])
    after = _kinds()
    changed = {day for day in before.keys() | after.keys() if before.get(day) != after.get(day)}
    return min(changed, default=None)


def _kinds() -> Mapping[date, str]:
    return dict(CalendarDay.objects.filter(agency=None).values_list("date", "kind"))


def _day(row: Mapping[str, Any]) -> CalendarDay:
    return CalendarDay(
        date=row["on"],
        kind=row["kind"],
        name_vi=row["name"]["vi"],
        name_en=row["name"]["en"],
        decision_no=row["source"],
        to_verify=row["to_verify"],
        note=row.get("note", ""),
    )


def _hours(row: Mapping[str, Any]) -> OfficeHours:
    return OfficeHours(valid_from=row["valid_from"], valid_to=row["valid_to"], spans=row["spans"])
