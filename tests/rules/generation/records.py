# SPDX-License-Identifier: Apache-2.0
"""Records of the national catalogue, real ones shortened, and the whole of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).parents[3] / "data" / "catalogue"
CITIZEN = "Công dân Việt Nam"
BUSINESS = "Doanh nghiệp"
FOREIGNER = "Người nước ngoài"


def a_record(**changed: Any) -> dict[str, Any]:
    """Death registration, 1.000656, as the catalogue has it, with some facts changed."""
    record = {
        "code": "1.000656",
        "name": "Thủ tục đăng ký khai tử",
        "ministry": "Bộ Tư pháp",
        "field": "Hộ tịch",
        "levels": ["xa"],
        "agencies": ["Ủy ban nhân dân cấp xã"],
        "targets": [CITIZEN],
        "submission": ways(("direct", 3, "ngày làm việc"), ("online", 3, "ngày làm việc")),
        "processing_time": "3 Ngày làm việc",
        "fee_type": "free",
        "documents": [
            {"name": "Giấy báo tử", "role": "submit", "originals": 1},
            {
                "name": "Văn bản ủy quyền trong trường hợp ủy quyền",
                "role": "submit",
                "originals": 1,
                "truncated": True,
            },
            {
                "name": "Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước",
                "role": "present",
                "originals": 1,
            },
        ],
        "documents_replaced_by_data": [
            {"document": "Căn cước", "database": "CSDL quốc gia về dân cư"}
        ],
        "phases": [{"phase": "submit"}, {"phase": "appraise"}],
        "results": [{"name": "Trích lục khai tử", "code": "KQ.G15.000036"}],
        "legal_basis": ["123/2015/NĐ-CP"],
        "online_level": "full",
        "decision": "163/QĐ-BTP",
        "non_boundary": True,
    }
    return {key: value for key, value in (record | changed).items() if value is not None}


def ways(*stated: tuple[str, float | None, str | None]) -> list[dict[str, Any]]:
    """The ways of submission with the time each states."""
    entries = (
        {"form": form, "time_value": value, "time_unit": unit} for form, value, unit in stated
    )
    return [{key: v for key, v in entry.items() if v is not None} for entry in entries]


def lines(name: str) -> Iterator[dict[str, Any]]:
    with (CATALOGUE / name).open(encoding="utf-8") as rows:
        yield from map(json.loads, rows)


def the_configured() -> list[dict[str, Any]]:
    """Every record of the catalogue that is not repealed."""
    return [record for record in lines("procedures.jsonl") if not record["repealed"]]


def the_processes(code: str) -> list[dict[str, Any]]:
    return [p for p in lines("internal_processes.jsonl") if p.get("procedure_code") == code]
