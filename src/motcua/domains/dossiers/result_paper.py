# SPDX-License-Identifier: Apache-2.0
"""The result of a dossier as a PDF, until real signatures come marked as not signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from motcua.domains.dossiers import addresses
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Source
from motcua.domains.dossiers.slips.sheet import superior
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit import typeset
from motcua.kit.clock import VN
from motcua.rules.conditions.answers import is_iso_date
from motcua.rules.forms import Field
from motcua.rules.forms.nested import dig

TEMPLATE = Path(__file__).parent / "print" / "result.typ"
UNSIGNED = "Bản in thử của hệ thống, chưa có giá trị pháp lý của kết quả điện tử"
SYNTHETIC = "Dữ liệu trình diễn, không phải người thật"


def render(dossier: Dossier, at: datetime) -> bytes:
    """Return the PDF; result papers are always in Vietnamese, whatever the reader's language."""
    version = procedures.version(dossier.version_id)
    on = at.astimezone(VN).date()
    agency = units.agency(dossier.competent_unit_id, on=on)
    title = (version.result or {}).get("title") or version.title
    return typeset.pdf(
        TEMPLATE,
        {
            "superior": superior(agency, on),
            "agency": agency.name_vi,
            "place_and_date": f"Ngày {on:%d} tháng {on:%m} năm {on.year}",
            "title": title["vi"],
            "unsigned_note": UNSIGNED,
            "synthetic": dossier.source == Source.SYNTHETIC,
            "synthetic_note": SYNTHETIC,
            "rows": [["Thủ tục", version.title["vi"]], *_rows(version, dossier.answers)],
            "code_label": "Mã hồ sơ",
            "code": dossier.code,
            "signer_title": "Người có thẩm quyền",
            "signer_note": "(chưa ký)",
        },
    )


def specimen() -> bytes:
    """Return the PDF that invented dossiers share: it names nobody and decides nothing."""
    return typeset.pdf(
        TEMPLATE,
        {
            "superior": "",
            "agency": "Cơ quan trình diễn",
            "place_and_date": "",
            "title": "Kết quả trình diễn",
            "unsigned_note": UNSIGNED,
            "synthetic": True,
            "synthetic_note": SYNTHETIC,
            "rows": [],
            "code_label": "",
            "code": "",
            "signer_title": "",
            "signer_note": "",
        },
    )


def _rows(version: procedures.Version, answers: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield label and printed value of every plain answer and every address."""
    for page in version.form.pages:
        for field in page.fields:
            value = dig(answers, field.name)
            if value and field.kind == "address" and isinstance(value, Mapping):
                yield [field.label["vi"], addresses.in_one_line(value)]
            elif value not in (None, "", [], {}) and not isinstance(value, (dict, list)):
                yield [field.label["vi"], _printed(field, value)]


def _printed(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return "Có" if value else "Không"
    for option in field.options:
        if option.value == value:
            return str(option.label["vi"])
    if field.kind.endswith("date") and is_iso_date(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return str(value)
