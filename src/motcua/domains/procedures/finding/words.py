# SPDX-License-Identifier: Apache-2.0
"""Texts as searches compare them, and how much a procedure is looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from motcua.rules.words import fold

CHATTER = re.compile(
    r"\b(?:(?:toi|em|minh|chung toi)(?: dang)? (?:muon|can|xin|hoi|phai|lam)(?: hoi| lam| xin)*"
    r"|thu tuc hanh chinh|thu tuc|ho so|nhu the nao|the nao|o dau|lam sao|lam gi|can gi|phai lam gi"
    r"|muon|xin|cho|ve viec|cua|khong|how to|how do i|i want to|procedure|apply|for|the|of|a|an|to"
    r")\b"
)
"""Words that say nothing of the matter; they count only when nothing else was said."""

AUTHORED = 0.12
FOR_CITIZENS = 0.05
AT_COMMUNE = 0.05
FIRST = 0.04
SPECIAL = -0.12
AFTERWARDS = -0.05

_GAP = re.compile(r"[^0-9a-z.]+|\.(?!\d)|(?<!\d)\.")
_LEADING = re.compile(r"^(?:(?:thu tuc|trinh tu|viec)(?: hanh chinh)? )+(?=\w)")
_CITIZENS = "Công dân Việt Nam"
_SPECIAL = re.compile(
    r"\b(ieu to nuoc ngoai|khu vuc bien gioi|luu dong|dinh cu o nuoc ngoai|trung uong"
    r"|co quan dai dien|lien thong|dang ki lai|linh vuc hai quan|nguoi nuoc ngoai)\b"
)
_FIRST = re.compile(
    r"^(dang ki thanh lap|dang ki|cap|chung thuc|thanh lap|nhap|giai quiet|thuc hien)\b"
)
_AFTERWARDS = re.compile(
    r"^(cap lai|cap doi|cap dieu chinh|thu hoi|xoa|cham dut|dung thuc hien|tra lai|gia han|huy"
    r"|dinh chinh|thoi|trinh bao|mien nhiem|dieu chinh|sua doi|thong bao|tam ngung|giai the"
    r"|dang ki (?:giai the|tam ngung|cham dut|thai doi|cap nhat|nhu cau))\b"
)


def plain(text: str) -> str:
    """Return folded words with single blanks between, i written for y; codes stay whole."""
    return _GAP.sub(" ", fold(text)).strip().replace("y", "i")


def without_chatter(asked: str) -> str:
    """Return the plain words that say what is looked for; all of them when none does."""
    return " ".join(CHATTER.sub(" ", asked).split()) or asked


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
    if _AFTERWARDS.search(title):
        return total + AFTERWARDS
    total += FIRST if _FIRST.search(title) else 0.0
    return total
