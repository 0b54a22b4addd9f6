# SPDX-License-Identifier: Apache-2.0
"""Which kind of paper a title speaks of, so that the same paper is known in two procedures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from motcua.rules.words import fold

LOOKED_AT: Final = 60
MADE_FOR_ONE_CASE: Final = (
    "to khai", "don ", "giay de nghi", "van ban de nghi", "cong van", "to trinh", "ban cam ket",
    "giay cam doan", "van ban cam ket", "phieu yeu cau", "phieu de nghi", "mau ", "bien ban",
    "bao cao", "van ban uy quyen", "giay uy quyen", "hop dong", "ban ve", "ho so thiet ke",
    "ho so ", "danh sach", "giay gioi thieu", "phuong an", "de an", "thuyet minh",
)  # fmt: skip
_LEADING = re.compile(
    r"^(?:[-+*\d.) ]+|ban (?:sao|chinh|goc|chup|dien tu)(?: dien tu)?"
    r"(?: (?:co )?(?:chung thuc|cong chung))?(?: (?:cua|tu so goc))?"
    r"|(?:mot|01|02|1|2)(?: \((?:mot|hai)\))? |cac |the )+\s*"
)
_LETTER = "van ban"


@dataclass(frozen=True, slots=True)
class PaperType:
    """A kind of paper: the words that name it, without marks, and what can stand in for it.

    `database` is the register whose record makes the paper unnecessary; `issued_by` are the
    procedures whose result it is.
    """

    code: str
    title: str
    words: tuple[str, ...]
    database: str
    issued_by: tuple[str, ...]


def type_of(title: str, known: Sequence[PaperType]) -> str:
    """Return the code of the kind that the title names first, or a code of the title itself.

    "" for what is written for one case only (applications, declarations, contracts, drawings): it
    is never used again. Two titles without a known kind are the same only letter by letter.
    """
    text = " ".join(fold(title).split())
    start = _LEADING.sub("", text)
    if start.startswith(MADE_FOR_ONE_CASE) or text.startswith(MADE_FOR_ONE_CASE):
        return ""
    places = [
        (start.find(word), one.code)
        for one in known
        for word in one.words
        if word in start[:LOOKED_AT]
    ]
    if start.startswith(_LETTER) and (not places or min(places)[0] > 0):
        return ""
    if places:
        return min(places)[1]
    return "title:" + hashlib.sha256(start.encode()).hexdigest()[:16] if start else ""
