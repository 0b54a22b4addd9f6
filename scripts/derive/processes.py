# SPDX-License-Identifier: Apache-2.0
"""Published internal processes of provinces: who does which step of a procedure in how long."""

from __future__ import annotations

from typing import Any

from derive.tables import Folder

KEPT = (
    "process_id,province,decision,decision_date,procedure_code,code_inferred,procedure_name,case,"
    "total_hours,sum_step_hours,sum_matches_total,parse_quality,source"
).split(",")
STEP = ("actor", "actor_level", "action", "hours")


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write catalogue/internal_processes.jsonl; hours are working hours, 8 a day."""
    return out.write_records(
        "catalogue/internal_processes.jsonl",
        [_trimmed(record) for record in shared.records("internal_processes.jsonl")],
    )


def _trimmed(record: dict[str, Any]) -> dict[str, Any]:
    kept = {key: record[key] for key in KEPT if record[key] not in (None, "")}
    steps = [{k: s[k] for k in STEP if s[k] is not None} for s in record["steps"]]
    return kept | {"steps": steps}
