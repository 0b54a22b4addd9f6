# SPDX-License-Identifier: Apache-2.0
"""Fill what a catalogue record lacks from the details typed by hand, and say so in it."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]


def fill(record: Record, curated: Record) -> None:
    """Add only what is missing; `curated` in the record names what was added and its source."""
    added = []
    for key, value in _facts(curated).items():
        if value and not record.get(key):
            record[key] = value
            added.append(key)
    if added:
        record["curated"] = {
            "added": added,
            "confidence": curated["confidence"],
            "source": curated["source"],
        }


def _facts(curated: Record) -> Record:
    time = f"{curated['time_value']} {curated['time_unit']}" if curated["time_value"] else ""
    fee = curated["fee"]
    return {
        "agencies": [curated["agency"]],
        "processing_time": time,
        "processing_days_max": float(curated["time_value"] or 0),
        "time_unit": curated["time_unit"],
        "fee_type": {"": "", "0": "free"}.get(fee, "fee"),
        "fee_amounts": fee.replace("đồng", "VND") if fee not in ("", "0") else "",
        "documents": [_paper(entry) for entry in curated["documents"]],
        "legal_basis": curated["legal_basis"],
        "results": [{"name": curated["result"]}],
    }


def _paper(entry: Record) -> Record:
    paper = {
        "name": entry["name"],
        "role": "submit",
        "originals": entry["originals"],
        "copies": entry["copies"],
        "form": entry["form"],
    }
    return {key: value for key, value in paper.items() if value != ""}
