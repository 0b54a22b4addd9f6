# SPDX-License-Identifier: Apache-2.0
"""Days that differ from the plain week, as the dated law file that people edit afterwards."""

from __future__ import annotations

import json

from derive.tables import Folder, Row

TARGET = "law/holidays.yaml"
KINDS = {
    "statutory": "holiday",
    "compensatory": "observed",
    "swap_off": "swap_off",
    "working_saturday": "swap_work",
}
# The configurator's screen shows basis and note to people who read Vietnamese.
IN_VIETNAMESE = {
    "derived: Bộ luật Lao động 2019, Điều 112; no announcement found (search Oct–Nov 2026)": (
        "Bộ luật Lao động 2019, Điều 112; chưa tìm thấy thông báo (tra cứu tháng 10–11/2026)"
    ),
    "Resolution 80-NQ/TW (Jan 2026), in PyPI holidays 0.109": "Nghị quyết 80-NQ/TW (01/2026)",
    "Resolution 80-NQ/TW": "Nghị quyết 80-NQ/TW",
    "new paid holiday from 2026": "ngày nghỉ hưởng lương mới từ năm 2026",
    "falls on a Saturday": "trùng thứ Bảy",
    "falls on a Sunday": "trùng Chủ nhật",
    "the Prime Minister chooses 1 or 3 September each year; both are weekdays in 2027": (
        "Thủ tướng chọn 01/9 hoặc 03/9 mỗi năm; năm 2027 cả hai là ngày trong tuần"
    ),
}
HEAD = """\
# Days that differ from the plain week of Monday to Friday; all other days follow it.
# kind: holiday, observed (made up for one on a day off), swap_off, swap_work (worked for it).
# source is the law or notice; to_verify marks days no notice was found for.
# known_until is the last day of the last year of which every day has been announced.
"""


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write law/holidays.yaml."""
    rows = shared.rows("holidays_vn.csv")
    first_guess = min(row["date"] for row in rows if row["announced"] != "yes")
    lines = [f"{HEAD}known_until: {int(first_guess[:4]) - 1}-12-31", "days:"]
    lines += [line for row in rows for line in _lines(row)]
    target = out.path / TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return {TARGET: len(rows)}


def _lines(row: Row) -> list[str]:
    name = f"{{vi: {_quoted(row['name_vi'])}, en: {_quoted(row['name_en'])}}}"
    lines = [
        f"  - on: {row['date']}",
        f"    kind: {KINDS[row['kind']]}",
        f"    name: {name}",
        f"    source: {_stated(row['announcement'])}",
        f"    to_verify: {'false' if row['announced'] == 'yes' else 'true'}",
    ]
    if row["paired_date"]:
        lines.append(f"    pair: {row['paired_date']}")
    if row["note"] and not row["note"].startswith("missing from PyPI"):
        lines.append(f"    note: {_stated(row['note'])}")
    return lines


def _stated(text: str) -> str:
    return _quoted(IN_VIETNAMESE.get(text, text))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
