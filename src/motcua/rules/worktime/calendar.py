# SPDX-License-Identifier: Apache-2.0
"""Working days: the week from Monday to Friday, holidays, and Saturdays worked in exchange."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Final

from motcua.rules.worktime.hours import DEFAULT_HOURS, OfficeHours

SATURDAY: Final = 5


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked, and the hours of each.

    `off` are days off, `worked` are days worked in exchange and win over `off`; all other days
    follow the plain week, also beyond the years of the tables. `known_until` is the last day for
    which the tables are official, None when nobody said. An immutable value, safe to share
    among threads; numbering a day or finding the n-th takes O(log n) in the number of exceptions.
    Source: Labour Code 2019, articles 111, 112; the Government's yearly notices.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    hours: OfficeHours = DEFAULT_HOURS
    known_until: date | None = None
    _exceptions: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _changes: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        exceptions = sorted(_exceptions(self.off, self.worked))
        changes = [0, *accumulate(change for _, change in exceptions)]
        days = tuple(ordinal for ordinal, _ in exceptions)
        numbers = (
            _weekdays(ordinal) + change for ordinal, change in zip(days, changes[1:], strict=True)
        )
        object.__setattr__(self, "_exceptions", days)
        object.__setattr__(self, "_changes", tuple(changes))
        object.__setattr__(self, "_numbers", tuple(numbers))

    def is_working(self, day: date) -> bool:
        """Whether the offices work on this day."""
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.off)

    def is_known(self, day: date) -> bool:
        """Whether the tables are official for this day, so that a promise may be made."""
        return self.known_until is not None and day <= self.known_until

    def number(self, ordinal: int) -> int:
        """Return how many working days there are up to and with a day (proleptic ordinal)."""
        return _weekdays(ordinal) + self._changes[bisect_right(self._exceptions, ordinal)]

    def ordinal(self, number: int) -> int:
        """Return the proleptic ordinal of the working day with this number; undoes `number`."""
        place = bisect_left(self._numbers, number)
        weekday = number - self._changes[place] - 1
        plain = weekday // 5 * 7 + weekday % 5 + 1
        if place < len(self._exceptions):
            return min(plain, self._exceptions[place])
        return plain


def _exceptions(off: Iterable[date], worked: frozenset[date]) -> Iterable[tuple[int, int]]:
    """Yield the days that differ from the plain week: +1 worked, -1 off."""
    for day in worked:
        if day.weekday() >= SATURDAY:
            yield day.toordinal(), 1
    for day in off:
        if day.weekday() < SATURDAY and day not in worked:
            yield day.toordinal(), -1


def _weekdays(ordinal: int) -> int:
    """Return the weekdays from Monday, 1 January of the year 1 up to and with a day."""
    weeks, rest = divmod(ordinal, 7)
    return weeks * 5 + min(rest, 5)
