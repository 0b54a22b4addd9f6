# SPDX-License-Identifier: Apache-2.0
"""The lines about applicant, procedure and papers that several forms share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from motcua.domains.dossiers import answer_files
from motcua.domains.dossiers.queries.card import DossierCard, attachments
from motcua.domains.dossiers.slips.sheet import Values, table
from motcua.domains.dossiers.slips.wording import CHANNELS
from motcua.domains.units import queries as units
from motcua.rules.worktime import shown_due

Rows = list[tuple[str, str]]

PAPERS = (
    ("STT", "11mm", "center"),
    ("Tên thành phần hồ sơ", "1fr", "left"),
    ("Bản chính", "19mm", "center"),
    ("Bản sao", "19mm", "center"),
    ("Bản điện tử", "19mm", "center"),
)


def applicant(shown: DossierCard, *, label: str = "Hồ sơ của") -> Rows:
    """Return who asks, and how to reach them."""
    return [
        (label, shown.applicant_name),
        ("Chủ hồ sơ", owner(shown)),
        ("Số định danh cá nhân", shown.applicant_id_number),
        ("Địa chỉ", shown.applicant_address),
        ("Số điện thoại", shown.applicant_phone),
        ("Thư điện tử", shown.applicant_email),
    ]


def owner(shown: DossierCard) -> str:
    """Return in whose name the dossier is: the organisation, or nobody but the applicant."""
    named = shown.answers.get("applicant_organisation")
    return named if isinstance(named, str) else ""


def subject(shown: DossierCard) -> Rows:
    """Return what is asked for."""
    title = f"{shown.version.title['vi']} (mã thủ tục {shown.version.code})"
    return [("Nội dung yêu cầu giải quyết", title)]


def appointment(due_at: datetime | None, competent_unit_id: int) -> datetime | None:
    """Return a due moment as citizens read it: a closing instead of the opening after it."""
    return shown_due(due_at, units.work_calendar(competent_unit_id)) if due_at else None


def channel(shown: DossierCard) -> Rows:
    """Return how the dossier came."""
    return [("Hình thức nộp", CHANNELS[shown.channel])]


def papers(shown: DossierCard) -> Values:
    """Return the table of what was handed in, on paper and as files."""
    return table(PAPERS, _given(shown))


def _given(shown: DossierCard) -> Iterator[list[str]]:
    counted = {str(one["code"]): one for one in shown.components}
    files: dict[str, int] = {}
    for line in attachments(shown.id):
        if not line.replaced:
            files[line.component_code] = files.get(line.component_code, 0) + 1
    known = {code: title["vi"] for code, title in answer_files.titles(shown.version).items()}
    codes = [code for code in known if code in counted or code in files]
    codes += sorted((files.keys() | counted.keys()) - known.keys())
    for place, code in enumerate(codes, start=1):
        held = counted.get(code, {})
        numbers = (held.get("originals"), held.get("copies"), files.get(code))
        title = known.get(code, "Giấy tờ khác")
        if code in counted and not any(numbers):
            title += " (đã nộp bản giấy)"
        yield [str(place), title, *(_count(one) for one in numbers)]


def _count(number: object) -> str:
    return f"{number:02d}" if isinstance(number, int) and number else ""
