# SPDX-License-Identifier: Apache-2.0
"""Finds on a Vietnamese paper, in text that a machine read, what its metadata need.

What is found is a proposal for a person to confirm: machines mistake bold capitals and stamps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

NAMES: Final = (
    "id_number", "owner_name", "birth_on", "number_symbol", "issuer", "issued_on", "valid_until",
)  # fmt: skip
LONGEST: Final = 200
_LABEL_END = r"\s*[:：.;]?\s*"
_DAY = re.compile(
    r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-]|tháng)\s*(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})",
    re.IGNORECASE,
)
_ID = re.compile(r"(?<!\d)(\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)")
_ID_LABEL = re.compile(
    r"(?:định danh|căn cước|CCCD|CMND|giấy tờ t[uù]y thân|ID\b|No\b)[^\n]{0,60}", re.IGNORECASE
)
_NAME = re.compile(
    r"(?:họ,?\s*(?:chữ đệm,?\s*)?(?:và\s*)?tên(?:\s*(?:khai sinh|người được[^:\n]{0,30}))?"
    r"|full name|ông\s*/?\s*\(?bà\)?|ông \(bà\))(?:\s*/[^:\n]{0,20})?" + _LABEL_END + r"([^\n]*)",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:ngày,?\s*tháng,?\s*năm sinh|ngày sinh|sinh ngày|date of birth)[^\d\n]{0,30}", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^[^\S\n]*số(?:\s*/\s*ký hiệu)?[^\S\n]*[:：.][^\S\n]*"
    r"(\d[\d]{0,5}[^\S\n]*/[^\S\n]*[0-9A-ZĐÀ-Ỹ][0-9A-ZĐÀ-Ỹ\-–/.]{0,40})",
    re.IGNORECASE | re.MULTILINE,
)
_PLAIN_NUMBER = re.compile(
    r"^[^\S\n]*số[^\S\n]*[:：.]?[^\S\n]*(\d{1,8}(?:/\d{4})?)[^\S\n]*$", re.IGNORECASE | re.MULTILINE
)
_ISSUED = re.compile(r"(?:ngày cấp|cấp ngày|ngày ký|date of issue)[^\d\n]{0,30}", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:^|[^\S\n]{3,})[^\n\d]{2,40},\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}",
    re.IGNORECASE | re.MULTILINE,
)
_UNTIL = re.compile(
    r"(?:có giá trị (?:đến|tới)|có giá trị sử dụng đến|ngày hết hạn|hết hiệu lực|date of expiry)"
    r"[^\d\n]{0,30}",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"(?:nơi cấp|cơ quan cấp|nơi đăng ký[^:\n]{0,30})\s*[:：]\s*([^\n]+)", re.IGNORECASE
)
_BODIES: Final = (
    "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "SỞ ", "CÔNG AN", "BỘ ", "CỤC ", "CHI CỤC",
    "VĂN PHÒNG", "TRUNG TÂM", "BỆNH VIỆN", "PHÒNG ", "BAN QUẢN LÝ", "TRẠM Y TẾ",
)  # fmt: skip
_HEADER: Final = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐỘC LẬP", "ĐỌC LẬP")
_WRAPPED = re.compile(
    r"(CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT)[^\S\n]*\n([^\n]*?)[^\S\n]*\bNAM[^\S\n]*$",
    re.MULTILINE,
)
_TOP_LINES: Final = 12
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200


def proposals(text: str) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of what was found, at most one of each, in the order of NAMES.

    Dates come as ISO days; impossible days are not proposed. ID numbers have twelve digits.
    """
    text = _WRAPPED.sub(r"\1 NAM\n\2", unicodedata.normalize("NFC", text))
    found = (
        ("id_number", _id_number(text)),
        ("owner_name", _name(text)),
        ("birth_on", _day_after(_BIRTH, text)),
        ("number_symbol", _number(text)),
        ("issuer", _issuer(text)),
        ("issued_on", _placed_day(text) or _day_after(_ISSUED, text)),
        ("valid_until", _day_after(_UNTIL, text)),
    )
    return tuple((name, value) for name, value in found if value)


def _id_number(text: str) -> str:
    """Prefer a number after a label; alone, a number counts only when there is just one."""
    for label in _ID_LABEL.finditer(text):
        digits = _ID.search(label.group())
        if digits:
            return _digits(digits.group(1))
    alone = {_digits(one.group(1)) for one in _ID.finditer(text)}
    return alone.pop() if len(alone) == 1 else ""


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _name(text: str) -> str:
    """Return the first name after a label, or on the line below it."""
    for match in _NAME.finditer(text):
        below = text[match.end() :].lstrip("\n").partition("\n")[0]
        for candidate in (match.group(1), below):
            name = _person(candidate)
            if name:
                return name
    return ""


def _person(text: str) -> str:
    words = re.split(r"[;,:()\d]|\s{3,}|giới tính|sinh ngày|ngày sinh", text, flags=re.IGNORECASE)[
        0
    ]
    name = " ".join(words.split()).strip(" .-–_|")
    parts = name.split()
    if not 2 <= len(parts) <= 6 or not all(_is_name(part) for part in parts):
        return ""
    return " ".join(part.capitalize() for part in parts) if name.isupper() else name


def _is_name(part: str) -> bool:
    return part[0].isupper() and all(sign.isalpha() or sign in "'-" for sign in part)


def _day_after(label: re.Pattern[str], text: str) -> str:
    for match in label.finditer(text):
        day = _DAY.match(text, match.end()) or _DAY.search(text, match.start(), match.end() + 40)
        if day and _iso(day):
            return _iso(day)
    return ""


def _placed_day(text: str) -> str:
    """Return the day in a line like `Bắc Ninh, ngày 3 tháng 7 năm 2026`."""
    for line in _PLACED.finditer(text):
        day = _DAY.search(line.group())
        if day and _iso(day):
            return _iso(day)
    return ""


def _iso(match: re.Match[str]) -> str:
    day, month, year = (int(part) for part in match.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> str:
    match = _NUMBER.search(text)
    if match:
        return "".join(match.group(1).split()).rstrip(".-–/").upper()
    plain = _PLAIN_NUMBER.search(text)
    return plain.group(1) if plain else ""


def _issuer(text: str) -> str:
    stated = _ISSUER.search(text)
    if stated:
        return " ".join(stated.group(1).split())[:LONGEST]
    return " ".join(_heads(text))[:LONGEST]


def _heads(text: str) -> Iterator[str]:
    """Yield the lines in capitals at the top that name a body and what continues its name."""
    begun = False
    for line in [line for line in text.splitlines() if line.strip()][:_TOP_LINES]:
        left = " ".join(re.split(r"\s{3,}", line.strip())[0].split())
        for header in _HEADER:
            left = left.split(header)[0].strip()
        capitals = left.isupper() and len(left) > 3
        if capitals and left.startswith(_BODIES):
            begun = True
            yield left
        elif begun and capitals and not _starts_a_title(left):
            yield left
        elif begun:
            return


def _starts_a_title(line: str) -> bool:
    return line.startswith(("GIẤY", "QUYẾT ĐỊNH", "TRÍCH LỤC", "BẢN SAO", "TỜ KHAI", "SỐ", "PHIẾU"))
