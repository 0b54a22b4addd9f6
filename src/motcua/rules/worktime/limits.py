# SPDX-License-Identifier: Apache-2.0
"""Time limits as the law states them: so many working days, working hours, days or months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.moments import excerpt

AMOUNT_MAX: Final = 9999

_LIMIT: Final = re.compile(r"(-?(?:0|[1-9][0-9]*))(wd|wh|d|m)")
_HOUR: Final = 60


class LimitUnit(StrEnum):
    """What a limit counts."""

    WORKING_DAYS = "wd"
    WORKING_HOURS = "wh"
    DAYS = "d"
    MONTHS = "m"
    SAME_DAY = "same-day"


class LimitError(RuleError):
    """A text or an amount that is no time limit."""


_WORKING_DAYS_IN: Final[Mapping[LimitUnit, Fraction]] = MappingProxyType(
    {
        LimitUnit.WORKING_DAYS: Fraction(1),
        LimitUnit.SAME_DAY: Fraction(1),
        LimitUnit.DAYS: Fraction(5, 7),
        LimitUnit.MONTHS: 30 * Fraction(5, 7),
    }
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: from 1 to 9999 of a unit; `same-day` has the amount 1.

    `str(limit)` is the text `parse_limit` reads. Raises `LimitError`.
    """

    amount: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        most = 1 if self.unit is LimitUnit.SAME_DAY else AMOUNT_MAX
        if not 1 <= self.amount <= most:
            raise LimitError(N_("A time limit is at least 1 and at most %(most)s."), most=most)

    def __str__(self) -> str:
        """Return the limit as it is written in files and commands."""
        return "same-day" if self.unit is LimitUnit.SAME_DAY else f"{self.amount}{self.unit}"


SAME_DAY: Final = Limit(1, LimitUnit.SAME_DAY)


def parse_limit(text: str) -> Limit:
    """Return the limit written as `5wd`, `4wh`, `10d`, `1m` or `same-day`; raise `LimitError`."""
    if text == "same-day":
        return SAME_DAY
    found = _LIMIT.fullmatch(text)
    if not found:
        raise LimitError(
            N_("%(text)s is not a time limit: write 5wd, 4wh, 10d, 1m or same-day."),
            text=excerpt(text),
        )
    digits = found[1] if len(found[1]) <= len(str(AMOUNT_MAX)) else str(AMOUNT_MAX + 1)
    return Limit(int(digits), LimitUnit(found[2]))


def limit_minutes(limit: Limit, calendar: WorkCalendar) -> int:
    """Return the working minutes a limit is worth, for fitting the steps of a workflow into it.

    Calendar days count five of seven and a month 30 days, both rounded down: an ordinary stretch
    without holidays, not a promise about a certain date.
    """
    if limit.unit is LimitUnit.WORKING_HOURS:
        return limit.amount * _HOUR
    return int(limit.amount * _WORKING_DAYS_IN[limit.unit] * calendar.hours.minutes)
