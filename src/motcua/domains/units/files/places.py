# SPDX-License-Identifier: Apache-2.0
"""Provinces, communes, their names and what they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from motcua.domains.units.files.periods import add_periods
from motcua.domains.units.models import Commune, CommuneName, FormerUnit, Province, ProvinceName
from motcua.kit.datafiles import read_csv
from motcua.rules.words import sort_key

MERGED_ON = date(2025, 7, 1)
"""The day of the present provinces and communes. Source: 202/2025/QH15 and its resolutions."""

Row = Mapping[str, str]


def load_places(folder: Path) -> int:
    """Add the places and names of provinces.csv, communes.csv, place_changes.csv, former_units.csv.

    Returns how many names were added.
    """
    provinces = list(read_csv(folder / "provinces.csv"))
    communes = list(read_csv(folder / "communes.csv"))
    changes = {row["code"]: row for row in read_csv(folder / "place_changes.csv")}
    Province.objects.bulk_create(
        [Province(code=row["code"], agency_code=row["agency_code"]) for row in provinces],
        ignore_conflicts=True,
    )
    Commune.objects.bulk_create(
        [Commune(code=row["code"], province_id=row["province_code"]) for row in communes],
        ignore_conflicts=True,
        batch_size=2000,
    )
    added = add_periods(
        (
            ProvinceName(province_id=row["code"], **name)
            for row in provinces
            for name in _names(row, changes)
        ),
        of="province_id",
    )
    added += add_periods(
        (
            CommuneName(commune_id=row["code"], **name)
            for row in communes
            for name in _names(row, changes)
        ),
        of="commune_id",
    )
    former = [_former(row) for row in read_csv(folder / "former_units.csv")]
    FormerUnit.objects.bulk_create(former, ignore_conflicts=True)
    return added


def _names(row: Row, changes: Mapping[str, Row]) -> Iterator[dict[str, object]]:
    change = changes.get(row["code"])
    changed_on = date.fromisoformat(change["valid_from"]) if change else None
    yield _name(row) | {"valid_from": MERGED_ON, "valid_to": changed_on}
    if change:
        later = _name({**change, "short_name": row["short_name"]})
        yield later | {
            "valid_from": changed_on,
            "decided_by": change["decided_by"],
            "to_verify": change["to_verify"] == "1",
        }


def _name(row: Row) -> dict[str, object]:
    return {
        "kind": row["kind"],
        "name_vi": row["name_vi"],
        "name_en": row["name_en"],
        "short_name": row["short_name"],
        "sort_key": sort_key(row["short_name"]),
    }


def _former(row: Row) -> FormerUnit:
    return FormerUnit(
        code=row["old_code"],
        name_vi=row["old_name"],
        district=row["old_district"],
        province=row["old_province"],
        commune_id=row["new_code"],
        partly=row["partly"] == "1",
        resolution=row["resolution"],
        merged_on=date.fromisoformat(row["effective_on"]),
    )
