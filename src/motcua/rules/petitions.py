# SPDX-License-Identifier: Apache-2.0
"""Petitions (phản ánh, kiến nghị): their states, who may follow whom, and the legal clocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_
from motcua.rules.worktime import Pause, WorkCalendar, due, parse_limit

REFUSE_OR_TRANSFER: Final = parse_limit("2wd")
ASK: Final = parse_limit("5wd")
RESOLVE: Final = parse_limit("15wd")
PUBLISH: Final = parse_limit("2wd")
"""Source: law.md 1.4 (national petition system, as indicator 5.2 of Decision 766 counts it)."""

REOPEN_DAYS: Final = 15
"""Calendar days after the answer in which the petitioner may reopen. Ours: no text states one."""


class PetitionKind(StrEnum):
    """What the words are about."""

    CONDUCT = "conduct"
    PROCEDURE = "procedure"
    SCENE = "scene"
    PROPOSAL = "proposal"


KIND_TITLES: Final[Mapping[PetitionKind, str]] = MappingProxyType(
    {
        PetitionKind.CONDUCT: N_("How officials or offices behave"),
        PetitionKind.PROCEDURE: N_("An administrative procedure or a dossier"),
        PetitionKind.SCENE: N_("Something seen on the spot: road, waste, order, environment"),
        PetitionKind.PROPOSAL: N_("A proposal for a better rule"),
    }
)


class PetitionState(StrEnum):
    """Where a petition stands."""

    FILED = "filed"
    TAKEN_UP = "taken_up"
    ASKED = "asked"
    SUPPLIED = "supplied"
    REFUSED = "refused"
    ANSWERED = "answered"
    PUBLISHED = "published"
    REOPENED = "reopened"


STATE_TITLES: Final[Mapping[PetitionState, str]] = MappingProxyType(
    {
        PetitionState.FILED: N_("Waiting for the office"),
        PetitionState.TAKEN_UP: N_("Being handled"),
        PetitionState.ASKED: N_("Waiting for your answer"),
        PetitionState.SUPPLIED: N_("Completed, being handled"),
        PetitionState.REFUSED: N_("Refused"),
        PetitionState.ANSWERED: N_("Answered, to be published"),
        PetitionState.PUBLISHED: N_("Answered and published"),
        PetitionState.REOPENED: N_("Reopened, being handled"),
    }
)

NATIONAL: Final[Mapping[PetitionState, tuple[str, str]]] = MappingProxyType(
    {
        PetitionState.FILED: ("waiting", "Tiếp nhận ở địa phương"),
        PetitionState.TAKEN_UP: ("processing", "Xử lý ở địa phương"),
        PetitionState.ASKED: ("done", "PA chờ bổ sung"),
        PetitionState.SUPPLIED: ("processing", "PAKN đã bổ sung"),
        PetitionState.REFUSED: ("done", "Từ chối tiếp nhận"),
        PetitionState.ANSWERED: ("done", "PAKN chờ công khai"),
        PetitionState.PUBLISHED: ("done", "PAKN đã công khai"),
        PetitionState.REOPENED: ("processing", "Phản ánh trực tiếp xử lý"),
    }
)
"""Class and name in the national feedback system. Source: data/catalogue/petition_states.csv."""

_S = PetitionState
_OPEN = frozenset({_S.FILED, _S.TAKEN_UP, _S.SUPPLIED, _S.REOPENED})
_AT_WORK = frozenset({_S.TAKEN_UP, _S.SUPPLIED, _S.REOPENED})
MOVES: Final[Mapping[str, tuple[frozenset[PetitionState], PetitionState]]] = MappingProxyType(
    {
        "take_up": (frozenset({_S.FILED}), _S.TAKEN_UP),
        "transfer_petition": (_OPEN, _S.FILED),
        "ask_petitioner": (_AT_WORK, _S.ASKED),
        "supply": (frozenset({_S.ASKED}), _S.SUPPLIED),
        "refuse_petition": (frozenset({_S.FILED, _S.TAKEN_UP, _S.SUPPLIED}), _S.REFUSED),
        "answer_petition": (_AT_WORK | {_S.ASKED}, _S.ANSWERED),
        "publish_answer": (frozenset({_S.ANSWERED}), _S.PUBLISHED),
        "reopen_petition": (frozenset({_S.ANSWERED, _S.PUBLISHED, _S.REFUSED}), _S.REOPENED),
    }
)


class PetitionError(RuleError):
    """A petition cannot take this step where it stands."""


def moved(state: PetitionState, move: str) -> PetitionState:
    """Return the state after a move. Raises PetitionError."""
    before, after = MOVES[move]
    if state not in before:
        raise PetitionError(N_("This step is not possible now."))
    return after


def allowed(state: PetitionState) -> tuple[str, ...]:
    """Return the moves possible in a state, in the order of the table."""
    return tuple(name for name, (before, _) in MOVES.items() if state in before)


@dataclass(frozen=True, slots=True)
class Timing:
    """The moments the clocks need; `began_at` is the filing, or the last reopening.

    `arrived_at` is when it came to the present unit.
    """

    began_at: datetime
    arrived_at: datetime
    pauses: tuple[Pause, ...] = ()
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dues:
    """Until when each step is in time (UTC+7); publishing waits for an answer."""

    pass_on: datetime
    ask: datetime
    resolve: datetime
    publish: datetime | None


def dues(timing: Timing, calendar: WorkCalendar) -> Dues:
    """Return the legal due moments.

    Refusing, transferring and asking count from the arrival at the unit that does it; resolving
    counts from the filing, so that passing a petition on wins nobody time. The time in which the
    petitioner was asked, in time, is not counted. Source: law.md 1.4.
    """
    arrived, answered = timing.arrived_at, timing.answered_at
    return Dues(
        pass_on=due(received_at=arrived, limit=REFUSE_OR_TRANSFER, calendar=calendar),
        ask=due(received_at=arrived, limit=ASK, calendar=calendar),
        resolve=due(
            received_at=timing.began_at, limit=RESOLVE, calendar=calendar, pauses=timing.pauses
        ),
        publish=due(received_at=answered, limit=PUBLISH, calendar=calendar) if answered else None,
    )


def next_due(state: PetitionState, of: Dues) -> datetime | None:
    """Return what the unit must keep next; None while nothing is asked of it."""
    if state is PetitionState.FILED:
        return min(of.pass_on, of.resolve)
    if state in _AT_WORK:
        return of.resolve
    return of.publish if state is PetitionState.ANSWERED else None


def redated(state: PetitionState, promised: Dues, counted: Dues, at: datetime) -> Dues:
    """Return the promised moments moved to where a changed calendar puts them.

    Only those that can still be kept or missed: an ended petition keeps the moments of its time, an
    answered one has its publishing left. None is moved to a moment that has passed.
    """
    found = {name: getattr(counted, name) for name in _running(state)}
    return replace(promised, **{name: due for name, due in found.items() if due and due >= at})


def _running(state: PetitionState) -> tuple[str, ...]:
    if state in _OPEN or state is PetitionState.ASKED:
        return ("pass_on", "ask", "resolve")
    return ("publish",) if state is PetitionState.ANSWERED else ()


def may_reopen(answered_at: datetime, at: datetime) -> bool:
    """Say whether the petitioner may still say that the answer does not help."""
    return at <= answered_at + timedelta(days=REOPEN_DAYS)


_MARKS: Final = re.compile(
    r"(?<!\d)\d{12}(?!\d)|(?<!\d)\d{9}(?!\d)|(?<![\w.])(?:\+84|0)(?:[ .-]?\d){9}(?!\d)"
    r"|[\w.+-]+@[\w-]+\.[\w.]+",
)


def personal_marks(text: str) -> tuple[str, ...]:
    """Return what looks like an identity number, a phone number or an e-mail address."""
    return tuple(found.group() for found in _MARKS.finditer(text))
