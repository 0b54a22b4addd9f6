# SPDX-License-Identifier: Apache-2.0
"""Days as people write them, and the bounds a procedure sets to them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.rules.forms.definition import Definition, DefinitionError

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_WRITTEN = re.compile(r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})", re.ASCII)
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", re.ASCII)
_SHIFT = re.compile(r"(?P<sign>[+-])(?P<amount>\d{1,4})(?P<unit>[dmy])", re.ASCII)


def read_day(text: str) -> date | None:
    """The day of `31/12/2026`, `31-12-2026`, `31.12.2026` or `2026-12-31`; None for no such day."""
    match = _WRITTEN.fullmatch(text) or _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def in_words(day: date) -> str:
    """The day as dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


@dataclass(frozen=True, slots=True)
class Bound:
    """A fixed day, or one counted from the day of the check: `today`, `-18y`, `+30d`, `-6m`."""

    fixed: date | None
    amount: int = 0
    unit: str = "d"

    def on(self, today: date) -> date:
        """The day meant when the form is checked on `today`."""
        if self.fixed is not None:
            return self.fixed
        if self.unit == "d":
            return today + timedelta(days=self.amount)
        months = self.amount * 12 if self.unit == "y" else self.amount
        return _months_later(today, months)


def bound(definition: Definition, key: str, default: Bound) -> Bound:
    """The bound written under `key`. Raises: DefinitionError."""
    written = definition.day(key)
    if written is None:
        return default
    if written == "today":
        return Bound(None)
    if shift := _SHIFT.fullmatch(written):
        return Bound(None, int(shift["sign"] + shift["amount"]), shift["unit"])
    day = read_day(written)
    if day is None:
        raise DefinitionError(definition.at(key), "bad_bound")
    return Bound(day)


def _months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month when it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not EARLIEST.year <= year <= LATEST.year:
        return EARLIEST if year < EARLIEST.year else LATEST
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
