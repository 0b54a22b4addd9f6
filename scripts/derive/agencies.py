# SPDX-License-Identifier: Apache-2.0
"""The agencies of Bắc Ninh after the merger, their codes and their names over time."""

from __future__ import annotations

from derive.tables import Folder, Row
from derive.units import MERGED_ON, renamed

COLUMNS = (
    "id,parent_id,one_stop_id,level,kind,name_vi,name_en,short_name,code,code_kind,commune_code,"
    "scored,procedure_fields,address,name_source,confidence"
).split(",")
NAMES = (
    "agency_id,name_vi,name_en,short_name,valid_from,valid_to,decided_by,to_verify,source"
).split(",")
PROVINCE = "BN"
CENTRE = "BN-PVHCC"
CENTRE_SUFFIX = "-PVHCC"
CODES_OF_OURS = {
    "BN-PVHCC-2": "H05.01.01.02",
    "BN-TTTT": "H05.01.02",
    "BN-THDL": "H05.41.01",
    "BN-UDKHCN2": "H05.41.02",
    "BN-XTDT1": "H05.43.01",
    "BN-XTDT2": "H05.43.02",
    "BN-CA": "H05.90",
    "BN-BCHQS": "H05.91",
    "BN-THUE": "H05.92",
    "BN-HQ": "H05.93",
    "BN-BAO": "H05.94",
    "BN-HDND": "H05.95",
}
WITHOUT_COUNTER = {"public_unit", "press", "council_office"}


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write units/agencies.csv and units/agency_names.csv."""
    rows = shared.rows("agencies_bac_ninh.csv")
    codes = {row["agency_id"]: row["code_real"] or row["code_synthetic"] for row in rows}
    agencies = [_agency(row, codes) for row in rows]
    changes = {row["code"]: row for row in out.rows("units/place_changes.csv")}
    names = [name for agency in agencies for name in _names(agency, changes)]
    return out.write_rows("units/agencies.csv", COLUMNS, agencies) | out.write_rows(
        "units/agency_names.csv", NAMES, names
    )


def _agency(row: Row, codes: dict[str, str]) -> Row:
    key = row["agency_id"]
    return {
        "id": key,
        "parent_id": row["parent_id"],
        "one_stop_id": _one_stop(row),
        "level": row["level"],
        "kind": row["kind"],
        "name_vi": row["name_vi"],
        "name_en": row["name_en"],
        "short_name": row["short_name"] or _short(row["name_vi"]),
        "code": _code(row, codes),
        "code_kind": "real" if row["code_real"] else "synthetic",
        "commune_code": key[4:9] if row["level"] == "commune" else "",
        "scored": "1" if row["scored_in_766"] == "yes" else "0",
        "procedure_fields": row["procedure_fields"],
        "address": row["address"],
        "name_source": row["name_source"],
        "confidence": row["confidence"],
    }


def _code(row: Row, codes: dict[str, str]) -> str:
    """Return the code: only H05 is published, all others are made here or upstream."""
    key = row["agency_id"]
    if row["level"] == "commune" and key.endswith(CENTRE_SUFFIX):
        return f"{codes[row['parent_id']]}.01"
    return codes[key] or CODES_OF_OURS[key]


def _one_stop(row: Row) -> str:
    """Return the centre at which dossiers for this agency are received by default."""
    if row["kind"] in WITHOUT_COUNTER:
        return ""
    if row["kind"] in ("service_centre", "service_point"):
        return row["agency_id"]
    return f"{row['agency_id']}{CENTRE_SUFFIX}" if row["level"] == "commune" else CENTRE


def _short(name_vi: str) -> str:
    return name_vi.replace("Trung tâm Phục vụ hành chính công", "TTPVHCC")


def _names(agency: Row, changes: dict[str, Row]) -> list[Row]:
    """Return the periods of an agency's name: one, or two where its place changed kind."""
    first = {
        "agency_id": agency["id"],
        "name_vi": agency["name_vi"],
        "name_en": agency["name_en"],
        "short_name": agency["short_name"],
        "valid_from": MERGED_ON,
        "valid_to": "",
        "decided_by": "",
        "to_verify": "0",
        "source": agency["name_source"],
    }
    change = changes.get("24" if agency["id"] == PROVINCE else agency["commune_code"])
    if change is None:
        return [first]
    first["valid_to"] = change["valid_from"]
    later = first | {
        "name_vi": _in_new_place(agency["name_vi"], change),
        "name_en": _english(agency["name_en"], change),
        "short_name": _in_new_place(agency["short_name"], change),
        "valid_from": change["valid_from"],
        "valid_to": "",
        "decided_by": change["decided_by"],
        "to_verify": "1",
        "source": "derived",
    }
    return [first, later]


def _in_new_place(name_vi: str, change: Row) -> str:
    old = {"city": "tỉnh", "ward": "xã"}[change["kind"]]
    new = {"city": "thành phố", "ward": "phường"}[change["kind"]]
    return name_vi.replace(f" {old}", f" {new}", 1)


def _english(name_en: str, change: Row) -> str:
    if change["kind"] == "city":
        return name_en.replace("Provincial", "City", 1)
    return renamed(name_en, change["kind"])
