# SPDX-License-Identifier: Apache-2.0
"""Which unit is competent for which configured procedure, and how sure that is.

`real`: the catalogue names that kind of body. `inferred`: the level is stated, the body follows
from field or ministry. `unknown`: a branch whose unit is in no list here; it makes no pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from derive import bodies
from derive.tables import Folder, Row

Record = dict[str, Any]
ALL_COMMUNES = "all_communes"
ZONES = "BN-BQLKCN"
COLUMNS = "procedure_code,level,unit_rule,certainty,basis,branch,to_verify".split(",")
FIELDS = (
    "field,ministry,branch,agency_code,n_procedures,n_province,n_commune,n_ministry,source"
).split(",")
UNIT_TEXT = {
    "police": re.compile(r"tỉnh|^phòng"),
    "tax": re.compile(r"thuế tỉnh"),
    "customs": re.compile(r"khu vực"),
}


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write catalogue/competence.csv and catalogue/fields.csv."""
    codes = {row["id"]: row["code"] for row in out.rows("units/agencies.csv")}
    rows = [
        row | {"unit_rule": codes.get(row["unit_rule"], row["unit_rule"])}
        for record in out.records("catalogue/procedures.jsonl")
        if not record["repealed"]
        for row in competent(record)
    ]
    fields = [_field(row, codes) for row in shared.rows("fields.csv")]
    return out.write_rows("catalogue/competence.csv", COLUMNS, rows) | out.write_rows(
        "catalogue/fields.csv", FIELDS, fields
    )


def competent(record: Record) -> Iterator[Row]:
    """Yield one row per level and unit of a procedure; no unit twice."""
    named = record.get("agencies", [])
    branch = _branch(record, named)
    seen: set[str] = set()
    rows = _by_branch(record, named, branch) if branch else _by_level(record, named)
    for level, unit, certainty, basis in rows:
        if unit and unit in seen:
            continue
        seen.add(unit)
        sure = certainty if not record["levels_inferred"] or not unit else "inferred"
        yield {
            "procedure_code": record["code"],
            "level": level,
            "unit_rule": unit,
            "certainty": sure,
            "basis": basis,
            "branch": branch,
            "to_verify": "0" if sure == "real" else "1",
        }


Found = tuple[str, str, str, str]


def _branch(record: Record, named: list[str]) -> str:
    """Return the branch of the procedure: by field or ministry, or when only it is named."""
    branch = bodies.branch_of(record["name"], record.get("field", ""), record.get("ministry", ""))
    if branch or not named:
        return branch
    branches = {bodies.branch_named(name) for name in named}
    return branches.pop() if len(branches) == 1 else ""


def _by_branch(record: Record, named: list[str], branch: str) -> Iterator[Found]:
    """Yield the branch's unit in the province, which stands in for base units not listed."""
    by_committee = bodies.COMMUNE in map(bodies.place_named, named)
    by_branch = any(bodies.branch_named(name) == branch for name in named)
    if "tinh" in record["levels"]:
        yield _branch_unit("province", named, branch)
    elif by_branch or not by_committee:
        yield _branch_unit("commune", named, branch)
    if "xa" in record["levels"] and by_committee:
        yield "commune", ALL_COMMUNES, "real", "agency_text"


def _branch_unit(level: str, named: list[str], branch: str) -> Found:
    unit = bodies.BRANCH_UNITS.get(branch, "")
    if not unit:
        return level, "", "unknown", "not_listed"
    if any(_names_unit(name, branch) for name in named):
        return level, unit, "real", "agency_text"
    return level, unit, "inferred", "branch" if level == "province" else "branch_stand_in"


def _names_unit(name: str, branch: str) -> bool:
    return bodies.branch_named(name) == branch and bool(UNIT_TEXT[branch].search(name.lower()))


def _by_level(record: Record, named: list[str]) -> Iterator[Found]:
    """Yield the units of each level; a level inferred from places of receipt adds no commune."""
    at_province = "tinh" in record["levels"]
    if at_province:
        yield from _province(record, named)
    if "xa" in record["levels"] and not (at_province and record["levels_inferred"]):
        yield _commune(record, named)


def _province(record: Record, named: list[str]) -> Iterator[Found]:
    """Yield the department named, or the one of the field; the zones' board beside it."""
    agencies = list(dict.fromkeys(filter(None, map(bodies.agency_named, named))))
    default = bodies.department_of(
        record["name"], record.get("field", ""), record.get("ministry", "")
    )
    committee = bodies.PROVINCE in map(bodies.place_named, named)
    departments = [agency for agency in agencies if agency != ZONES]
    if default in agencies or departments:
        yield "province", default if default in agencies else departments[0], "real", "agency_text"
    elif committee or ZONES not in agencies:
        yield _of_field(default, "province_committee" if committee else "field")
    if ZONES in agencies:
        yield "province", ZONES, "real", "agency_text"


def _of_field(unit: str, basis: str) -> Found:
    certainty = "inferred" if unit else "unknown"
    return "province", unit, certainty, basis if unit else "not_listed"


def _commune(record: Record, named: list[str]) -> Found:
    """Return all communes, unless the text gives a commune-level act to outside bodies only."""
    if bodies.COMMUNE in map(bodies.place_named, named):
        return "commune", ALL_COMMUNES, "real", "agency_text"
    if "tinh" not in record["levels"] and named and all(map(_is_outside, named)):
        return "commune", "", "unknown", "not_listed"
    return "commune", ALL_COMMUNES, "inferred", "level"


def _is_outside(name: str) -> bool:
    return bodies.place_named(name) == bodies.NATIONAL or bool(bodies.branch_named(name))


def _field(row: Row, codes: dict[str, str]) -> Row:
    branch = bodies.branch_of("", row["field"], row["ministry"])
    agency = (
        bodies.BRANCH_UNITS.get(branch, "")
        if branch
        else bodies.department_of("", row["field"], row["ministry"])
    )
    return {
        "field": row["field"],
        "ministry": row["ministry"],
        "branch": branch,
        "agency_code": codes.get(agency, ""),
        "n_procedures": row["n_procedures"],
        "n_province": row["n_province"],
        "n_commune": row["n_commune"],
        "n_ministry": row["n_ministry"],
        "source": "derived",
    }
