# SPDX-License-Identifier: Apache-2.0
"""Dates, limits and verdicts as official Vietnamese papers write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from motcua.kit.clock import VN
from motcua.rules.workflow import Status
from motcua.rules.worktime import Limit, LimitUnit, Verdict

UNITS: Final = {
    LimitUnit.WORKING_DAYS: "ngày làm việc",
    LimitUnit.WORKING_HOURS: "giờ làm việc",
    LimitUnit.DAYS: "ngày",
    LimitUnit.MONTHS: "tháng",
}
VERDICTS: Final = {
    Verdict.EARLY: "Trước hạn",
    Verdict.ON_TIME: "Đúng hạn",
    Verdict.LATE: "Quá hạn",
}
CHANNELS: Final = {1: "Trực tiếp", 2: "Trực tuyến", 3: "Qua dịch vụ bưu chính"}
STAGES: Final = {
    Status.SUBMITTED: "Chưa tiếp nhận",
    Status.RECEIVED: "Đã tiếp nhận, chưa chuyển xử lý",
}


def day_words(day: date) -> str:
    """Return `ngày 03 tháng 7 năm 2026`; days below 10 and months 1, 2 take a zero.

    Source: Decree 30/2020/NĐ-CP, Annex I.
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_words(moment: datetime | None) -> str:
    """Return `10 giờ 05 phút, ngày 03 tháng 7 năm 2026` in Vietnam's time, "" for None."""
    if moment is None:
        return ""
    local = moment.astimezone(VN)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {day_words(local.date())}"


def moment_short(moment: datetime | None) -> str:
    """Return `10:05 03/07/2026` in Vietnam's time, "" for None."""
    return f"{moment.astimezone(VN):%H:%M %d/%m/%Y}" if moment else ""


def day_short(moment: datetime | None) -> str:
    """Return `03/07/2026` in Vietnam's time, "" for None."""
    return f"{moment.astimezone(VN):%d/%m/%Y}" if moment else ""


def limit_words(limit: Limit | None) -> str:
    """Return `05 ngày làm việc`; an unknown limit is said to be told apart."""
    if limit is None:
        return "Theo thông báo của cơ quan giải quyết"
    if limit.unit is LimitUnit.SAME_DAY:
        return "Trong ngày làm việc"
    return f"{limit.amount:02d} {UNITS[limit.unit]}"


def money(amount_vnd: int) -> str:
    """Return `180.000 đồng`."""
    return f"{amount_vnd:,}".replace(",", ".") + " đồng"


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]
