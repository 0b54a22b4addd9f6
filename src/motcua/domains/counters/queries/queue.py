# SPDX-License-Identifier: Apache-2.0
"""The queue of one centre on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from motcua.domains.counters.models import AT_A_WINDOW, Ticket, TicketLine, TicketState, Window
from motcua.kit import sql
from motcua.kit.faults import NotFound
from motcua.rules.queueing import minutes_to_wait

VERSION = 'SELECT version FROM counters_queueday WHERE unit_id = %(unit)s AND "on" = %(on)s'
SEATED = (
    "SELECT w.id, w.unit_id, coalesce(q.version, 0) FROM counters_window w"
    ' LEFT JOIN counters_queueday q ON q.unit_id = w.unit_id AND q."on" = %(on)s'
    " WHERE w.officer_code = %(officer)s AND w.in_use"
)
LAST_SERVED = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line that gives numbers."""

    letter: str
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WindowCard:
    """A window and whether an officer sits at it."""

    id: int
    unit_id: int
    number: int
    lines: tuple[str, ...]
    officer_code: str

    @property
    def is_open(self) -> bool:
        """Whether somebody sits there."""
        return bool(self.officer_code)


class Seat(NamedTuple):
    """Where an officer sits, and how often the queue there has changed today."""

    window_id: int
    unit_id: int
    version: int


@dataclass(frozen=True, slots=True)
class TicketCard:
    """A number; `ahead` and `minutes` (None: unknown) hold while it waits."""

    id: int
    unit_id: int
    code: str
    name: str
    letter: str
    state: str
    booked: bool
    taken_at: datetime
    called_at: datetime | None
    calls: int
    window_id: int | None
    window_number: int | None
    ahead: int = 0
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything a screen shows; `version` changes with every act of the day."""

    version: int
    waiting: Mapping[str, int]
    shown: Sequence[TicketCard]
    held: Sequence[TicketCard]
    missed: Sequence[TicketCard]
    open_windows: int
    minutes: int | None


def version(unit_id: int, on: date) -> int:
    """Return how often the queue has changed today: one statement, for screens that ask often."""
    row = sql.fetch_one(VERSION, {"unit": unit_id, "on": on})
    return row[0] if row else 0


def seat_of(officer_code: str, on: date) -> Seat | None:
    """Return window, unit and version of the queue an officer works, None without a window.

    One statement, because every counter asks it every few seconds.
    """
    row = sql.fetch_one(SEATED, {"officer": officer_code, "on": on})
    return Seat(*row) if row else None


def queue(unit_id: int, on: date) -> Queue:
    """Return the queue; called numbers newest first, held and missed ones in their order."""
    counted = version(unit_id, on)
    today = Ticket.objects.filter(unit_id=unit_id, on=on)
    waiting = Counter(today.filter(state=TicketState.WAITING).values_list("letter", flat=True))
    here = today.exclude(state__in=[TicketState.WAITING, TicketState.DONE])
    cards = [_card(row) for row in here.select_related("window").order_by("taken_at", "id")]
    opened = _open_windows(unit_id)
    shown = [card for card in cards if card.state in AT_A_WINDOW]
    return Queue(
        version=counted,
        waiting=waiting,
        shown=sorted(shown, key=lambda card: card.called_at or card.taken_at, reverse=True),
        held=[card for card in cards if card.state == TicketState.HELD],
        missed=[card for card in cards if card.state == TicketState.MISSED],
        open_windows=opened,
        minutes=_minutes(unit_id, on, sum(waiting.values()), opened),
    )


def ticket(code: str) -> TicketCard:
    """Return a ticket with how many wait before it. Raises NotFound."""
    row = Ticket.objects.select_related("window").filter(code=code.upper()).first()
    if row is None:
        raise NotFound
    card = _card(row)
    if row.state != TicketState.WAITING:
        return card
    before = Ticket.objects.filter(unit_id=row.unit_id, on=row.on, state=TicketState.WAITING)
    ahead = sum(
        1
        for booked, taken_at, pk in before.values_list("booked", "taken_at", "pk")
        if (not booked, taken_at, pk) < (not row.booked, row.taken_at, row.pk)
    )
    minutes = _minutes(row.unit_id, row.on, ahead, _open_windows(row.unit_id))
    return _card(row, ahead=ahead, minutes=minutes)


def lines(unit_id: int) -> tuple[Line, ...]:
    """Return the lines that give numbers, by letter."""
    rows = TicketLine.objects.filter(unit_id=unit_id, open=True).order_by("letter")
    found = rows.values_list("letter", "title_vi", "title_en")
    return tuple(Line(letter, {"vi": vi, "en": en}) for letter, vi, en in found)


def is_arranged(unit_id: int) -> bool:
    """Say whether the centre has lines to stand in."""
    return TicketLine.objects.filter(unit_id=unit_id, open=True).exists()


def windows(unit_id: int) -> tuple[WindowCard, ...]:
    """Return the windows in use, by number."""
    rows = Window.objects.filter(unit_id=unit_id, in_use=True).order_by("number")
    return tuple(_window(row) for row in rows)


def window_at(officer_code: str) -> WindowCard | None:
    """Return the window the officer sits at."""
    row = Window.objects.filter(officer_code=officer_code, in_use=True).first()
    return _window(row) if row else None


def _window(row: Window) -> WindowCard:
    return WindowCard(row.pk, row.unit_id, row.number, tuple(row.lines), row.officer_code)


def _open_windows(unit_id: int) -> int:
    return Window.objects.filter(unit_id=unit_id, in_use=True).exclude(officer_code="").count()


def _minutes(unit_id: int, on: date, ahead: int, opened: int) -> int | None:
    done = Ticket.objects.filter(
        unit_id=unit_id, on=on, state=TicketState.DONE, called_at__isnull=False
    )
    times = done.order_by("-ended_at").values_list("called_at", "ended_at")[:LAST_SERVED]
    served = [(ended - called).total_seconds() / 60 for called, ended in times]
    return minutes_to_wait(ahead=ahead, windows=opened, served_minutes=served)


def _card(row: Ticket, *, ahead: int = 0, minutes: int | None = None) -> TicketCard:
    return TicketCard(
        id=row.pk, unit_id=row.unit_id, code=row.code, name=f"{row.letter}{row.number:03d}",
        letter=row.letter, state=row.state, booked=row.booked, taken_at=row.taken_at,
        called_at=row.called_at, calls=row.calls, window_id=row.window_id,
        window_number=row.window.number if row.window else None, ahead=ahead, minutes=minutes,
    )  # fmt: skip
