# SPDX-License-Identifier: Apache-2.0
"""Texts as searches compare them, and how much a procedure is looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from motcua.rules.words import fold

CHATTER = frozenset(
    "toi em minh can muon xin hoi cho o dau nhu the nao lam sao thu tuc ho so giai quiet viec"
    " thi phai duoc khong va la cua voi gi the a an procedure for how to i want of".split()
)
"""Words that say nothing of the matter; they count only when nothing else was said."""

AUTHORED = 0.12
FOR_CITIZENS = 0.05
AT_COMMUNE = 0.05
SPECIAL = -0.12
AFTERWARDS = -0.04

_GAP = re.compile(r"[^0-9a-z.]+|\.(?!\d)|(?<!\d)\.")
_LEADING = re.compile(r"^(?:(?:thu tuc|trinh tu|viec)(?: hanh chinh)? )+(?=\w)")
_CITIZENS = "Công dân Việt Nam"
_SPECIAL = re.compile(
    r"\b(ieu to nuoc ngoai|khu vuc bien gioi|luu dong|dinh cu o nuoc ngoai|trung uong"
    r"|co quan dai dien|lien thong|dang ki lai|linh vuc hai quan|nguoi nuoc ngoai)\b"
)
_AFTERWARDS = re.compile(
    r"^(cap lai|cap doi|thu hoi|xoa|cham dut|dung thuc hien|tra lai|gia han|giai the|dinh chinh"
    r"|huy|thoi|trinh bao|mien nhiem|dieu chinh|sua doi)\b"
)


def plain(text: str) -> str:
    """Return folded words with single blanks between, i written for y; codes stay whole."""
    return _GAP.sub(" ", fold(text)).strip().replace("y", "i")


def short_title(title: str) -> str:
    """Return the plain words of a title without “thủ tục” before them."""
    return _LEADING.sub("", plain(title))


def other_words(title_en: str, field: str, facts: Mapping[str, Any]) -> str:
    """Return what a procedure is found by besides its title: field, results, English title."""
    results = (result["name"] for result in facts.get("results", ()))
    return plain(" ".join((title_en, field, *results)))


def weight(title: str, source: str, level: str, facts: Mapping[str, Any]) -> float:
    """Return what lifts a procedure among equals: authored, for citizens, near to them.

    A special case of a common procedure, and what only follows one, stand below it.
    """
    total = AUTHORED if source == "authored" else 0.0
    total += FOR_CITIZENS if _CITIZENS in facts.get("targets", ()) else 0.0
    total += AT_COMMUNE if level in ("commune", "both") else 0.0
    total += SPECIAL if _SPECIAL.search(title) else 0.0
    total += AFTERWARDS if _AFTERWARDS.search(title) else 0.0
    return total
