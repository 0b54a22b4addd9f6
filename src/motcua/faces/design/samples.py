# SPDX-License-Identifier: Apache-2.0
"""Invented rows for the gallery; every name in them belongs to nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from motcua.faces.design.formats import VN

MOMENT = datetime(2026, 7, 3, 9, 15, tzinfo=VN)
PEOPLE = (
    "Nguyễn Thị Ánh Tuyết",
    "Trần Quốc Khánh",
    "Đỗ Ngọc Ưu",
    "Phạm Thị Thuỷ Tiên",
    "Vũ Đức Thịnh",
    "Ngô Bảo Quyên",
    "Lê Hữu Phước",
    "Hoàng Thị Mỹ Lệ",
)
TITLES = (
    {"vi": "Đăng ký khai sinh", "en": "Birth registration"},
    {"vi": "Cấp giấy phép xây dựng nhà ở riêng lẻ", "en": "Construction permit, detached house"},
    {"vi": "Chứng thực bản sao từ bản chính", "en": "Certified copies"},
    {"vi": "Đăng ký thành lập hộ kinh doanh", "en": ""},
)
DUES = ("overdue", "overdue", "due_soon", "due_soon", "running", "running", "paused", "none")
STATUSES = (4, 4, 4, 2, 4, 1, 5, 1)


def inbox_rows() -> list[dict[str, Any]]:
    """Eight dossiers as a desk lists them, those due first on top."""
    return [
        {
            "code": f"H05.1-2607{3 - place // 4:02d}-{place * 17 + 1:04d}",
            "applicant": person,
            "title": TITLES[place % len(TITLES)],
            "status": STATUSES[place],
            "due": DUES[place],
            "due_at": None
            if DUES[place] == "none"
            else MOMENT + timedelta(days=place - 2, hours=2),
        }
        for place, person in enumerate(PEOPLE)
    ]


def history() -> list[dict[str, Any]]:
    """What happened to one dossier, with one entry of every tone."""
    return [
        {"title": _("Submitted"), "at": MOMENT, "who": PEOPLE[0]},
        {"title": _("Received"), "at": MOMENT + timedelta(hours=1), "who": PEOPLE[1]},
        {
            "title": _("Supplement requested"),
            "at": MOMENT + timedelta(days=1),
            "who": PEOPLE[2],
            "note": _("The birth certificate page is not readable; please photograph it again."),
            "tone": "ask",
        },
        {"title": _("Appraisal"), "at": None, "tone": "now"},
        {"title": _("Result returned"), "at": None, "tone": "later"},
    ]
