# SPDX-License-Identifier: Apache-2.0
"""Vietnamese ways of writing dates, moments, numbers and money, as template filters."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

VN = timezone(timedelta(hours=7))
NO_BREAK_SPACE = "\u00a0"


def _day(value: date) -> str:
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def _in_vietnam(value: datetime) -> datetime:
    return value.astimezone(VN) if value.tzinfo else value


def date_vn(value: date | datetime | str | None) -> str:
    """Write a day as dd/MM/yyyy; a moment is moved to +07:00 first; ISO text is read."""
    if not value:
        return ""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return _day(_in_vietnam(value) if isinstance(value, datetime) else value)


def moment_vn(value: datetime | str | None) -> str:
    """Write a moment as HH:mm dd/MM/yyyy at +07:00 (no seconds); a naive one is there already."""
    if not value:
        return ""
    moment = _in_vietnam(datetime.fromisoformat(value) if isinstance(value, str) else value)
    return f"{moment.hour:02d}:{moment.minute:02d}{NO_BREAK_SPACE}{_day(moment)}"


def iso(value: date | datetime | str | None) -> str:
    """Write the machine form for <time datetime="">; text passes unchanged."""
    return value if isinstance(value, str) else value.isoformat() if value else ""


def number_vn(value: float | int | None, decimals: int | None = None) -> str:
    """Write 1234567.89 as 1.234.567,89; `decimals` fixes the places, otherwise as many as given."""
    if value is None:
        return ""
    text = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def money_vn(value: int | None) -> str:
    """Write whole dong as 1.234.567 đ with a space that does not break."""
    return "" if value is None else f"{number_vn(value)}{NO_BREAK_SPACE}đ"


def size_vn(value: int) -> str:
    """Write a count of bytes in kB or MB of 1024, one decimal at most."""
    if value < 1024 * 1024:
        return f"{max(1, round(value / 1024))}{NO_BREAK_SPACE}kB"
    return f"{number_vn(round(value / 1024 / 1024, 1))}{NO_BREAK_SPACE}MB".replace(",0", "")
