# SPDX-License-Identifier: Apache-2.0
"""Where an interlinked application stands as a whole: no better than its worst part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.rules.workflow import Status
from motcua.rules.worktime import Verdict


class Standing(StrEnum):
    """How a part stands, the worst first."""

    LATE = "late"
    FAILED = "failed"
    ASKED = "asked"
    BLOCKED = "blocked"
    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    RETURNED = "returned"


_ENDED_BADLY = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})
_ASKED = frozenset({Status.SUPPLEMENT, Status.PAYMENT})
_DONE = {Status.COMPLETED: Standing.READY, Status.RETURNED: Standing.RETURNED}
_LATE = frozenset({Verdict.OVERDUE, Verdict.LATE})
ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Part:
    """What the whole needs to know of a part; `is_expected` says that the due moment is a guess.

    The guess is made for parts that have not begun: after the parts they wait for.
    """

    standing: Standing
    due_at: datetime | None
    is_expected: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """The worst state of the parts and the latest of their due moments."""

    standing: Standing
    due_at: datetime | None
    is_expected: bool
    finished: int
    parts: int


def standing(status: int, verdict: Verdict | None) -> Standing:
    """Return how a dossier stands as a part; `verdict` is None while no clock was started."""
    known = Status(status)
    if known in _ENDED_BADLY:
        return Standing.FAILED
    if verdict in _LATE and known not in _ASKED:
        return Standing.LATE
    if known in _ASKED:
        return Standing.ASKED
    return _DONE.get(known, Standing.RUNNING)


def whole(parts: Sequence[Part]) -> Whole:
    """Return the state of the whole; the due moment is None while one part's is unknown."""
    worst = min((part.standing for part in parts), key=ORDER.index)
    running = [part for part in parts if part.standing not in (Standing.FAILED, Standing.BLOCKED)]
    last = max(
        (part for part in running if part.due_at), key=lambda part: part.due_at or 0, default=None
    )
    is_known = last is not None and all(part.due_at for part in running)
    finished = sum(part.standing in (Standing.READY, Standing.RETURNED) for part in parts)
    return Whole(
        standing=worst,
        due_at=last.due_at if last and is_known else None,
        is_expected=bool(is_known and last and last.is_expected),
        finished=finished,
        parts=len(parts),
    )
