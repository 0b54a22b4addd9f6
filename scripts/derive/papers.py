# SPDX-License-Identifier: Apache-2.0
"""Papers of a procedure: keep names of papers, leave out the debris of cut sentences."""

from __future__ import annotations

import re
from typing import Any

PAPER_WORDS = (
    "tờ khai|bản sao|bản khai|bản chính|bản kê|ảnh|đơn |hợp đồng|hồ sơ|văn bản|văn bằng|giấy|"
    "danh sách|biên bản|báo cáo|quyết định|chứng nhận|chứng từ|các |thẻ |kế hoạch|phương án"
)
LOWER_CASE_PAPER = re.compile(rf"^({PAPER_WORDS})")
NOT_PAPERS = {
    "(nếu có)",
    "bản chính",
    "bản gốc",
    "bản sao",
    "bản công",
    "văn bản",
    "không quy định",
    "sl hồ sơ: 01 bộ",
    "giấy đề",
    "mục tiêu",
}
SHORTEST = 7
CUT_AT = 58
HEADING = re.compile(r"^(\(?[\dIVX]+(\.\d+)*[).]?\s|[a-zđ]\)\s)?\w")


def papers(documents: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """Return the papers and how many entries were fragments of a sentence, not papers."""
    kept: list[dict[str, Any]] = []
    for entry in documents:
        if is_paper(entry["name"]):
            paper = _paper(entry)
            if paper not in kept:
                kept.append(paper)
    return kept, sum(not is_paper(entry["name"]) for entry in documents)


def is_paper(name: str) -> bool:
    """Tell a paper from a fragment such as "hoặc" or the tail of a cut sentence."""
    if len(name) < SHORTEST or name.lower() in NOT_PAPERS:
        return False
    if not name[0].isalnum() and name[0] not in '("“':
        return False
    return not name[0].islower() or bool(LOWER_CASE_PAPER.match(name))


def heading(group: str) -> str:
    """Return a group's heading, or nothing when the source cut it out of a sentence."""
    cut = len(group) >= CUT_AT or "bản chính" in group or "bản sao" in group
    if not group or cut or not HEADING.match(group):
        return ""
    first = re.sub(r"^(\(?[\dIVX]+(\.\d+)*[).]?|[a-zđ]\))\s", "", group)[:1]
    return group if first.isupper() else ""


def _paper(entry: dict[str, Any]) -> dict[str, Any]:
    name = entry["name"]
    paper = {
        "name": name[0].upper() + name[1:],
        "role": entry["role"],
        "originals": entry["originals"],
        "copies": entry["copies"],
        "group": heading(entry["group"]),
        "truncated": entry["truncated"],
    }
    return {key: value for key, value in paper.items() if value not in ("", None, False)}
