# SPDX-License-Identifier: Apache-2.0
"""When a support point is open: hours by weekday, evenings and weekends too, never on holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.worktime import VN, WorkCalendar, in_vietnam

SPANS_MOST: Final = 4
LOOK_AHEAD_DAYS: Final = 21

_SPAN: Final = re.compile(r"(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})", re.ASCII)

Span = tuple[time, time]


class OpeningError(RuleError):
    """A text or spans that are no opening hours."""


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Spans by ISO weekday, 1 Monday to 7 Sunday; a day that is not there is closed."""

    days: Mapping[int, tuple[Span, ...]]

    def on(self, day: date, calendar: WorkCalendar) -> tuple[Span, ...]:
        """Return the spans of a date; a holiday of the calendar is closed whatever the week says.

        Ordinary weekends are open when the week has hours for them.
        """
        if day in calendar.off:
            return ()
        return self.days.get(day.isoweekday(), ())


def parse_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of `07:30-11:30, 18:00-20:30`; none for an empty text.

    Raises OpeningError for another shape, a time that does not exist, spans out of order.
    """
    pieces = [piece.strip() for piece in re.split(r"[,;]", text) if piece.strip()]
    if len(pieces) > SPANS_MOST:
        raise OpeningError(N_("At most %(most)s times a day can be stated."), most=SPANS_MOST)
    spans = tuple(_span(piece) for piece in pieces)
    edges = [edge for span in spans for edge in span]
    if any(earlier >= later for earlier, later in pairwise(edges)):
        raise OpeningError(N_("The times of a day must follow one another."))
    return spans


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not found:
        raise OpeningError(N_("Write opening hours like 07:30-11:30, 18:00-20:30."))
    hours = [int(piece) for piece in found.groups()]
    try:
        return time(hours[0], hours[1]), time(hours[2], hours[3])
    except ValueError as error:
        raise OpeningError(N_("Write opening hours like 07:30-11:30, 18:00-20:30.")) from error


def write_spans(spans: Sequence[Span]) -> str:
    """Return spans as `parse_spans` reads them."""
    return ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in spans)


def open_until(hours: WeekHours, at: datetime, calendar: WorkCalendar) -> datetime | None:
    """Return until when it is open at the moment (UTC+7), None when it is closed.

    The opening minute belongs to the span, the closing one does not.
    """
    here = in_vietnam(at)
    for start, end in hours.on(here.date(), calendar):
        if start <= here.time() < end:
            return datetime.combine(here.date(), end, VN)
    return None


def next_opening(hours: WeekHours, at: datetime, calendar: WorkCalendar) -> datetime | None:
    """Return when it opens next after the moment (UTC+7); None within three weeks means never."""
    here = in_vietnam(at)
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        day = here.date() + timedelta(days=ahead)
        for start, _ in hours.on(day, calendar):
            opens = datetime.combine(day, start, VN)
            if opens > here:
                return opens
    return None
