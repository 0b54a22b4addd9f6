# SPDX-License-Identifier: Apache-2.0
"""Pauses of the clock: waiting for a citizen's supplement or for a tax or fee, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.worktime.axis import place
from motcua.rules.worktime.calendar import WorkCalendar
from motcua.rules.worktime.moments import excerpt, in_vietnam, parse_moment


class PauseError(RuleError):
    """A pause that is open, runs backwards, or starts before the dossier was received."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A closed stretch of time in which the clock stood; both moments aware, the end not earlier.

    A pause without length changes nothing. Raises `PauseError`.
    """

    began_at: datetime
    ended_at: datetime

    def __post_init__(self) -> None:
        if in_vietnam(self.ended_at) < in_vietnam(self.began_at):
            raise PauseError(N_("A pause cannot end before it starts."))


def parse_pause(text: str) -> Pause:
    """Return the pause written as two moments with a slash between.

    Raises `PauseError`, or `MomentError` for one of the moments.
    """
    began, slash, ended = text.partition("/")
    if not slash or not began:
        raise PauseError(
            N_("%(text)s is not a pause: write its start, a slash and its end."),
            text=excerpt(text),
        )
    if ended in {"", ".."}:
        raise PauseError(N_("A pause that has not ended cannot be counted: write its end."))
    return Pause(parse_moment(began), parse_moment(ended))


def paused_time(pauses: Iterable[Pause], *, since: datetime, calendar: WorkCalendar) -> int:
    """Return the working microseconds in the pauses from a moment on.

    Where pauses overlap, time counts once. Nothing is rounded, so cutting a pause in two changes
    nothing.
    """
    total, reached = 0, place(since, calendar)
    for pause in sorted(pauses, key=_began_at):
        ended = place(pause.ended_at, calendar)
        total += max(0, ended - max(reached, place(pause.began_at, calendar)))
        reached = max(reached, ended)
    return total


def _began_at(pause: Pause) -> datetime:
    return pause.began_at
