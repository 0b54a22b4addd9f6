# SPDX-License-Identifier: Apache-2.0
"""The agencies of the province and their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from motcua.domains.units.files.periods import add_periods
from motcua.domains.units.models import Agency, AgencyName
from motcua.kit.datafiles import read_csv
from motcua.rules.words import sort_key

Row = Mapping[str, str]

OWN = ("code", "code_kind", "level", "kind", "commune", "scored")


def load_agencies(folder: Path) -> int:
    """Add or correct the agencies of agencies.csv; add the names of agency_names.csv.

    Returns how many names were added.
    """
    listed = list(read_csv(folder / "agencies.csv"))
    Agency.objects.bulk_create(
        [_agency(row) for row in listed],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=OWN,
    )
    ids: Mapping[str, int] = dict(Agency.objects.values_list("key", "id"))
    _link(listed, ids)
    names = (_name(row, ids[row["agency_id"]]) for row in read_csv(folder / "agency_names.csv"))
    return add_periods(names, of="agency_id")


def _agency(row: Row) -> Agency:
    return Agency(
        key=row["id"],
        code=row["code"],
        code_kind=row["code_kind"],
        level=row["level"],
        kind=row["kind"],
        commune_id=row["commune_code"] or None,
        scored=row["scored"] == "1",
    )


def _link(listed: Sequence[Row], ids: Mapping[str, int]) -> None:
    """Set parents and centres, which may stand further down in the file."""
    linked = [
        Agency(
            id=ids[row["id"]],
            parent_id=ids.get(row["parent_id"]),
            one_stop_id=ids.get(row["one_stop_id"]),
        )
        for row in listed
    ]
    Agency.objects.bulk_update(linked, ["parent", "one_stop"])


def _name(row: Row, agency_id: int) -> AgencyName:
    return AgencyName(
        agency_id=agency_id,
        name_vi=row["name_vi"],
        name_en=row["name_en"],
        short_name=row["short_name"],
        sort_key=sort_key(row["name_vi"]),
        decided_by=row["decided_by"],
        to_verify=row["to_verify"] == "1",
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    )
