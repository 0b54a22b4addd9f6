# SPDX-License-Identifier: Apache-2.0
"""Provinces, communes, what changed since the merger, and which old unit went where."""

from __future__ import annotations

import re

from derive.tables import Folder, Row

MERGED_ON = "2025-07-01"
BAC_NINH = "24"
KINDS = {
    "tỉnh": ("province", "Province"),
    "thành phố trực thuộc trung ương": ("city", "City"),
    "phường": ("ward", "Ward"),
    "xã": ("commune", "Commune"),
    "đặc khu": ("special_zone", "Special Zone"),
}
PREFIX = {"city": "Thành phố", "ward": "Phường"}

PROVINCES = (
    "code,name_vi,short_name,name_en,kind,kind_2026_10,agency_code,merged_from,source".split(",")
)
COMMUNES = (
    "code,name_vi,short_name,name_en,kind,kind_2026_10,province_code,"
    "latitude,longitude,area_km2,source"
).split(",")
CHANGES = "code,name_vi,name_en,kind,valid_from,decided_by,to_verify,source".split(",")
BAC_NINH_COMMUNES = (
    "code,name_vi,short_name,name_en,kind,valid_from,name_2026_10,kind_2026_10,changed_on,"
    "changed_by,to_verify,old_province,old_districts,former_units,source"
).split(",")
FORMER = (
    "old_code,old_name,old_kind,old_district_code,old_district,old_province_code,old_province,"
    "new_code,partly,resolution,effective_on,source"
).split(",")


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write units/provinces, communes, place_changes, bac_ninh_communes and former_units."""
    provinces = [_province(row) for row in shared.rows("units_34_provinces.csv")]
    communes = [_commune(row) for row in shared.rows("units_3321_communes.csv")]
    changed = _province_changes(shared)
    changes = list(changed.values()) + _commune_changes(communes, changed)
    ours = [_bac_ninh(row, changed) for row in shared.rows("communes_bac_ninh.csv")]
    former = [_former(row) for row in shared.rows("merger_bac_ninh.csv")]
    return (
        out.write_rows("units/provinces.csv", PROVINCES, provinces)
        | out.write_rows("units/communes.csv", COMMUNES, communes)
        | out.write_rows("units/place_changes.csv", CHANGES, changes)
        | out.write_rows("units/bac_ninh_communes.csv", BAC_NINH_COMMUNES, ours)
        | out.write_rows("units/former_units.csv", FORMER, former)
    )


def renamed(name_en: str, kind: str) -> str:
    """Return an English name with the word for the new kind of place at its end."""
    words = "|".join(english for _, english in KINDS.values())
    stem = re.sub(rf" ({words})$", "", name_en)
    english = next(word for code, word in KINDS.values() if code == kind)
    return f"{stem} {english}"


def _province(row: Row) -> Row:
    return {
        "code": row["province_code"],
        "name_vi": row["name_vi"],
        "short_name": row["short_name"],
        "name_en": row["name_en"],
        "kind": KINDS[row["type_2025_07_01"]][0],
        "kind_2026_10": KINDS[row["type_2026_10"]][0],
        "agency_code": row["decision20_agency_code"],
        "merged_from": row["merged_from"],
        "source": row["source"],
    }


def _commune(row: Row) -> Row:
    return {
        "code": row["commune_code"],
        "name_vi": row["name_vi"],
        "short_name": row["short_name"],
        "name_en": row["name_en"],
        "kind": KINDS[row["type_2025_07_01"]][0],
        "kind_2026_10": KINDS[row["type_2026_10"]][0],
        "province_code": row["province_code"],
        "latitude": row["lat"],
        "longitude": row["lon"],
        "area_km2": row["area_km2"],
        "source": row["source"],
    }


def _province_changes(shared: Folder) -> dict[str, Row]:
    """Return the change of each province that became a city, by its code.

    Resolutions are written `number - dd/mm/yyyy`; that date stands in for the day of effect,
    which was not seen: to_verify.
    """
    changes = {}
    for row in shared.rows("units_34_provinces.csv"):
        if row["type_change_resolution"]:
            number, _, signed = row["type_change_resolution"].partition(" - ")
            day, month, year = signed.split("/")
            kind = KINDS[row["type_2026_10"]][0]
            changes[row["province_code"]] = {
                "code": row["province_code"],
                "name_vi": f"{PREFIX[kind]} {row['short_name']}",
                "name_en": renamed(row["name_en"], kind),
                "kind": kind,
                "valid_from": f"{year}-{month}-{day}",
                "decided_by": number,
                "to_verify": "1",
                "source": "derived",
            }
    return changes


def _commune_changes(communes: list[Row], provinces: dict[str, Row]) -> list[Row]:
    """Return the communes that became wards: no date was seen, the province's stands in."""
    return [
        {
            "code": row["code"],
            "name_vi": f"{PREFIX[row['kind_2026_10']]} {row['short_name']}",
            "name_en": renamed(row["name_en"], row["kind_2026_10"]),
            "kind": row["kind_2026_10"],
            "valid_from": provinces[row["province_code"]]["valid_from"],
            "decided_by": "388/NQ-UBTVQH16" if row["province_code"] == BAC_NINH else "",
            "to_verify": "1",
            "source": "derived",
        }
        for row in communes
        if row["kind"] != row["kind_2026_10"]
    ]


def _bac_ninh(row: Row, provinces: dict[str, Row]) -> Row:
    changed = row["type"] != row["type_2026_10"]
    return {
        "code": row["commune_code"],
        "name_vi": row["name_vi"],
        "short_name": row["short_name"],
        "name_en": row["name_en"],
        "kind": KINDS[row["type"]][0],
        "valid_from": MERGED_ON,
        "name_2026_10": row["name_2026_10"],
        "kind_2026_10": KINDS[row["type_2026_10"]][0],
        "changed_on": provinces[BAC_NINH]["valid_from"] if changed else "",
        "changed_by": row["upgrade_resolution"].partition(" (")[0],
        "to_verify": "1" if changed else "0",
        "old_province": row["old_province"],
        "old_districts": row["old_districts"],
        "former_units": row["n_old_units"],
        "source": row["source"],
    }


def _former(row: Row) -> Row:
    return {
        "old_code": row["old_code"],
        "old_name": row["old_name"],
        "old_kind": row["old_type"].lower(),
        "old_district_code": row["old_district_code"],
        "old_district": row["old_district"],
        "old_province_code": row["old_province_code"],
        "old_province": row["old_province"],
        "new_code": row["new_code"],
        "partly": row["partly_merged"],
        "resolution": row["resolution"],
        "effective_on": row["effective_date"],
        "source": row["source"],
    }
