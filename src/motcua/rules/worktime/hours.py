# SPDX-License-Identifier: Apache-2.0
"""The hours of one working day, and the way between the clock and the time worked so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

MICROSECONDS: Final = 1_000_000
MINUTE: Final = 60 * MICROSECONDS


class HoursError(RuleError):
    """Spans that are not the hours of an office."""


@dataclass(frozen=True)
class OfficeHours:
    """When an office works on a working day: whole minutes, in order, with breaks between.

    Both ends of a span belong to it: 11:30:00 and 17:00:00 are still working moments.
    Raises `HoursError` for no span, an empty one, seconds, or spans that touch or overlap.
    """

    spans: tuple[tuple[time, time], ...]
    _edges: tuple[tuple[int, int, int], ...] = field(init=False, repr=False, compare=False)
    worked: int = field(init=False, repr=False, compare=False)
    """Microseconds worked on one day."""

    def __post_init__(self) -> None:
        _check(self.spans)
        edges, worked = [], 0
        for opens, closes in self.spans:
            start, end = since_midnight(opens), since_midnight(closes)
            edges.append((start, end, worked))
            worked += end - start
        object.__setattr__(self, "_edges", tuple(edges))
        object.__setattr__(self, "worked", worked)

    @property
    def minutes(self) -> int:
        """Working minutes of one day."""
        return self.worked // MINUTE

    @property
    def closing(self) -> time:
        """When the day ends."""
        return self.spans[-1][1]

    def worked_at(self, clock: int) -> int:
        """Return the microseconds worked when the clock shows `clock` microseconds."""
        worked = 0
        for start, end, before in self._edges:
            if clock <= start:
                break
            worked = before + min(clock, end) - start
        return worked

    def clock_at(self, worked: int) -> int:
        """Return the first clock at which `worked` microseconds (0 to a whole day) are done."""
        for start, end, before in self._edges:
            if worked <= before + end - start:
                return start + worked - before
        raise ValueError("a day is not that long")

    def clip(self, clock: int) -> int | None:
        """Return the clock itself in a span, else the next opening, None after the last closing."""
        for start, end, _ in self._edges:
            if clock <= end:
                return max(clock, start)
        return None


def since_midnight(clock: time) -> int:
    """Return the microseconds since midnight."""
    minutes = clock.hour * 60 + clock.minute
    return (minutes * 60 + clock.second) * MICROSECONDS + clock.microsecond


def _check(spans: tuple[tuple[time, time], ...]) -> None:
    if not spans:
        raise HoursError(N_("Office hours need at least one span."))
    for clock in (clock for span in spans for clock in span):
        if clock.tzinfo or clock.second or clock.microsecond:
            raise HoursError(
                N_("%(clock)s is not a whole minute of the day."), clock=clock.isoformat()
            )
    for earlier, later in pairwise(clock for span in spans for clock in span):
        if earlier >= later:
            raise HoursError(
                N_("Office hours are out of order: %(later)s follows %(earlier)s."),
                earlier=earlier.isoformat("minutes"),
                later=later.isoformat("minutes"),
            )


DEFAULT_HOURS: Final = OfficeHours(
    ((time(7, 0), time(11, 30)), (time(13, 30), time(17, 0))),
)
"""480 minutes. Source: the default of provincial software; none of Bắc Ninh's own was found."""
