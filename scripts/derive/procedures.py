# SPDX-License-Identifier: Apache-2.0
"""The national catalogue: one merged record for each procedure in the scope of a province."""

from __future__ import annotations

from collections import Counter
from typing import Any

from derive.curated import fill
from derive.lists import LEVEL_CODES
from derive.papers import papers
from derive.tables import Folder, Row

Record = dict[str, Any]
LONGEST_AGENCY = 300
SHARED_NAME_FROM = 3
DETAILED = ("submission", "phases", "results", "legal_basis", "documents_replaced_by_data")


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write catalogue/procedures.jsonl, sorted by code; empty values are left out."""
    rows = [r for r in shared.rows("procedures.csv") if r["province_scope"] == "1"]
    details = {record["code"]: record for record in shared.records("procedures_detail.jsonl")}
    curated = {
        record["code"]: record
        for record in shared.records("procedures_curated_extra.jsonl")
        if record["code_match"] == "exact"
    }
    names = Counter(row["name"] for row in rows)
    odd_fees = {r["code"] for r in shared.rows("fees.csv") if r["suspicious"] == "1"}
    merged = [_merge(row, details.get(row["code"], {}), curated.get(row["code"])) for row in rows]
    for record in merged:
        doubts = _doubts(record, names, odd_fees)
        if doubts:
            record["doubts"] = doubts
    return out.write_records(
        "catalogue/procedures.jsonl", sorted(merged, key=lambda record: record["code"])
    )


def _merge(row: Row, detail: Record, curated: Record | None) -> Record:
    record = _facts(row, detail)
    record |= {key: _compact(detail.get(key) or []) for key in DETAILED}
    record["documents"], record["document_fragments"] = papers(detail.get("documents") or [])
    if not record["legal_basis"] and row["legal_basis"]:
        record["legal_basis"] = row["legal_basis"].split("|")
    if not record["results"] and row["results"]:
        record["results"] = [{"name": row["results"]}]
    if curated:
        fill(record, curated)
    return {key: value for key, value in record.items() if value or value is False}


def _facts(row: Row, detail: Record) -> Record:
    """Return what both sources state alike, in the order in which it is written."""
    return {
        "code": row["code"],
        "name": row["name"],
        "kind": row["kind"],
        "ministry": row["ministry"],
        "field": row["field"],
        "levels": row["levels"].split("|"),
        "levels_inferred": row["levels_inferred"] == "1",
        "agencies": _distinct(detail.get("agencies") or row["agencies"].split("|")),
        "targets": _distinct(detail.get("targets") or row["targets"].split("|")),
        "processing_time": row["processing_time"],
        "processing_days_max": float(row["processing_days_max"] or 0),
        "time_unit": row["time_unit"].lower(),
        "fee_type": row["fee_type"],
        "fee_amounts": row["fee_amounts"],
        "online_level": LEVEL_CODES.get(row["online_level"], "unknown"),
        "online_level_source": row["online_level_source"],
        "non_boundary": row["non_boundary"] == "1",
        "non_boundary_source": row["non_boundary_source"],
        "interlinked": row["interlinked"] == "1",
        "bac_ninh_specific": row["bac_ninh_specific"] == "1",
        "decision": row["decision"],
        "status": row["status"],
        "repealed": row["status"].startswith("repealed_evidence"),
        "detail": row["detail"],
        "sources": row["sources"].split("+"),
        "source": row["source"],
    }


def _distinct(texts: list[str]) -> list[str]:
    """Return the texts without blanks and doubles; addresses given as agencies are left out."""
    stripped = (text.strip() for text in texts)
    return list(dict.fromkeys(t for t in stripped if t and len(t) < LONGEST_AGENCY))


def _compact(entries: list[Any]) -> list[Any]:
    """Drop empty values, and the running number that the place in the list says already."""
    return [
        {k: _lower_unit(k, v) for k, v in entry.items() if k != "order" and v not in (None, "", [])}
        if isinstance(entry, dict)
        else entry
        for entry in entries
    ]


def _lower_unit(key: str, value: Any) -> Any:
    return value.lower() if key == "time_unit" else value


def _doubts(record: Record, names: Counter[str], odd_fees: set[str]) -> list[str]:
    """Name the facts that cannot be right as the source gives them."""
    doubts = []
    if names[record["name"]] >= SHARED_NAME_FROM:
        doubts += ["name", "field"]
    if record["code"] in odd_fees:
        doubts.append("fee")
    return doubts
