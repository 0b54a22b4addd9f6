# SPDX-License-Identifier: Apache-2.0
"""Makes the list of papers of a procedure from the documents of its national record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from motcua.rules.words import fold

OTHER: Final[Mapping[str, Any]] = {
    "code": "other",
    "title": {"vi": "Giấy tờ khác (nếu có)", "en": "Other papers (if any)"},
    "required": False,
    "originals": 0,
    "copies": 0,
    "role": "submit",
    "replaced_by": None,
}
"""Where citizens put what they have when the record does not tell which papers are needed."""

_CONDITIONAL: Final = re.compile(r"\b(neu|truong hop|doi voi|luu y|mot trong|khi can)\b")
_WHOLE_LIST: Final = re.compile(r"^(giay to phai (nop|xuat trinh)|.{0,10}thanh phan ho so)\W*$")

_NEAR: Final = 45
"""In how many letters of its name a paper says what it is; further on it speaks of others."""

_KNOWN: Final[tuple[tuple[str, ...], ...]] = (
    ("can cuoc", "chung minh nhan dan"),
    ("chung nhan dang ky doanh nghiep", "chung nhan dang ky kinh doanh", "giay dang ky kinh doanh"),
    ("chung nhan dang ky hop tac xa",),
    ("chung nhan quyen su dung dat",),
    ("chung nhan dang ky xe", "giay dang ky xe"),
    ("giay khai sinh", "trich luc khai sinh"),
    ("giay dang ky ket hon", "chung nhan ket hon", "chung nhan dang ky ket hon"),
    ("giay chung tu", "trich luc khai tu"),
    ("tinh trang hon nhan",),
    ("phieu ly lich tu phap",),
    ("so ho khau", "thong tin ve cu tru", "giay to chung minh noi cu tru"),
)
"""Each line: the names under which one kind of paper appears in the records."""


def papers(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the papers of a national record in its order, coded `p01`, `p02`, ...

    A paper is required when its name states no condition, it stands in no list for a certain
    case, it is to be handed in, and no database replaces it. English titles are the Vietnamese
    ones: there is no official translation. A name the record cuts ends in “…”.
    """
    replaced = facts.get("documents_replaced_by_data") or ()
    documents = facts.get("documents") or ()
    return [_paper(number, one, replaced) for number, one in enumerate(documents, start=1)]


def _paper(
    number: int, document: Mapping[str, Any], replaced: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    name = document["name"] + ("…" if document.get("truncated") else "")
    database = database_for(document["name"], replaced)
    role = document.get("role") or "submit"
    return {
        "code": f"p{number:02}",
        "title": {"vi": name, "en": name},
        "required": role == "submit" and database is None and not _is_conditional(document),
        "originals": document.get("originals") or 0,
        "copies": document.get("copies") or 0,
        "role": role,
        "replaced_by": database,
    }


def _is_conditional(document: Mapping[str, Any]) -> bool:
    group = fold(document.get("group") or "")
    is_case = bool(group) and not _WHOLE_LIST.match(group)
    return is_case or bool(_CONDITIONAL.search(fold(document["name"])))


def database_for(name: str, replaced: Iterable[Mapping[str, Any]]) -> str | None:
    """Return the database that stands in for a paper, by the kinds of paper both name.

    Source: 66.7/2025/NQ-CP, as listed in the national record.
    """
    kinds = _kinds(fold(name)[:_NEAR])
    for one in replaced:
        if kinds & _kinds(fold(one["document"])):
            return str(one["database"])
    return None


def _kinds(text: str) -> set[int]:
    return {number for number, names in enumerate(_KNOWN) if any(name in text for name in names)}
