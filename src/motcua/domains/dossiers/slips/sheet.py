# SPDX-License-Identifier: Apache-2.0
"""The parts every form is made of, as plain values that typst and the screen draw alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from django.conf import settings

from motcua.domains.dossiers.models.dossier import Source
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.dossiers.slips.wording import day_words
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard

Values = dict[str, Any]

SYNTHETIC: Final = "Dữ liệu trình diễn, không phải người thật; không có giá trị pháp lý"
SIGN_HERE: Final = "(Ký, ghi rõ họ tên)"
SIGN_AND_SEAL: Final = "(Ký tên, đóng dấu)"
TOGETHER: Final = re.compile(
    r"Phục vụ|hành chính công|nhân dân tỉnh$|(?:phường|xã|tỉnh|thành phố|đặc khu) .+$"
)
TRACKING_PATH: Final = "/tra-cuu?ma="


def sheet(
    kind: SlipKind,
    *,
    unit: AgencyCard,
    on: date,
    source: str,
    code: str,
    blocks: Iterable[Values],
    signers: Sequence[Values],
    **more: Any,
) -> Values:
    """Return the values of a form; `number` is put in when it is issued.

    `more` may hold: subtitle, landscape, recipients (Nơi nhận), copies (names of the copies that
    are printed one after the other), address (Kính gửi).
    """
    return {
        "kind": str(kind),
        "form": FORMS[kind].number,
        "title": FORMS[kind].title,
        "heading": list(FORMS[kind].heading),
        "superior": bound(superior(unit, on)),
        "agency": bound(unit.name_vi),
        "number": "",
        "place_and_date": f"{_place(unit)}, {day_words(on)}",
        "mark": SYNTHETIC if source == Source.SYNTHETIC else "",
        "code": code,
        "link": tracking_link(code) if code else "",
        "blocks": list(blocks),
        "signers": list(signers),
        "subtitle": "",
        "address": "",
        "landscape": False,
        "recipients": [],
        "copies": [],
        **more,
    }


def tracking_link(code: str) -> str:
    """Return where a dossier is followed; the code is in it, the secret never."""
    return f"{settings.PUBLIC_URL}{TRACKING_PATH}{code}"


def facts(*rows: tuple[str, str], strong: Sequence[str] = ()) -> Values:
    """Return lines `label: value`; those without a value are left out."""
    kept = [[label, value, label in strong] for label, value in rows if value]
    return {"is": "facts", "rows": kept}


def words(text: str, *, indent: bool = True) -> Values:
    """Return a paragraph."""
    return {"is": "words", "text": text, "indent": indent}


def heading(text: str) -> Values:
    """Return a line in bold above what follows."""
    return {"is": "heading", "text": text}


def table(columns: Sequence[tuple[str, str, str]], rows: Iterable[Sequence[str]]) -> Values:
    """Return a table; columns are (title, width as `12mm` or `1fr`, align left|center|right)."""
    kept = [[str(cell) for cell in row] for row in rows]
    return {"is": "table", "columns": [list(column) for column in columns], "rows": kept}


def signer(title: str, name: str = "", note: str = SIGN_HERE) -> Values:
    """Return a block to be signed."""
    return {"title": title, "note": note, "name": name}


def bound(name: str) -> str:
    """Return a unit's name with spaces that do not break inside its parts."""
    for part in TOGETHER.findall(name):
        name = name.replace(part, part.replace(" ", "\u00a0"))
    return name


def superior(unit: AgencyCard, on: date) -> str:
    """Return the agency above; people's committees stand under none on paper (Decree 30/2020)."""
    if unit.parent_id is None or unit.kind == "people_committee":
        return ""
    return units.agency(unit.parent_id, on=on).name_vi


def _place(unit: AgencyCard) -> str:
    commune = units.commune(unit.commune_code) if unit.commune_code else None
    if commune is not None:
        return commune.short_name
    province = next(
        (one for one in units.provinces() if one.agency_code == unit.code.partition(".")[0]), None
    )
    return province.short_name if province else ""
