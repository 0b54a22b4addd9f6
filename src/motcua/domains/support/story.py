# SPDX-License-Identifier: Apache-2.0
"""The life of a petition as its acts tell it: one function moves it on, now and in a replay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.domains.units import queries as units
from motcua.rules import petitions
from motcua.rules.petitions import Dues, PetitionState, Timing
from motcua.rules.worktime import Pause

S = PetitionState
Entry = tuple[datetime, str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about a petition that follows from its log."""

    state: PetitionState
    unit_id: int
    began_at: datetime
    arrived_at: datetime
    pauses: tuple[tuple[str, str | None], ...] = ()
    answered_at: datetime | None = None
    published_at: datetime | None = None
    late: bool = False
    reopened: int = 0
    satisfied: bool | None = None

    @property
    def dues(self) -> Dues:
        """The legal due moments by the calendar of the unit."""
        ended = tuple(
            Pause(self._moment(since), self._moment(until)) for since, until in self.pauses if until
        )
        timing = Timing(self.began_at, self.arrived_at, ended, self.answered_at)
        return petitions.dues(timing, units.work_calendar(self.unit_id))

    def _moment(self, written: str) -> datetime:
        """Return a moment of a pause; hosts' clocks differ, and none lies before the beginning."""
        return max(self.began_at, datetime.fromisoformat(written))

    @property
    def due_at(self) -> datetime | None:
        """What the unit must keep next."""
        return petitions.next_due(self.state, self.dues)


def filed(at: datetime, payload: Mapping[str, Any]) -> Story:
    """Return the story as the filing began it."""
    return Story(S.FILED, payload["unit"], began_at=at, arrived_at=at)


def after(story: Story, at: datetime, act: str, payload: Mapping[str, Any]) -> Story:
    """Return the story after one more act. Raises PetitionError for an impossible step."""
    if act == "rate_petition":
        return replace(story, satisfied=payload["satisfied"])
    moved = replace(story, state=petitions.moved(story.state, act))
    due = _due_of(_closed(story, at), act)
    moved = replace(moved, late=moved.late or (due is not None and at > due))
    return _CHANGES.get(act, _unchanged)(moved, at, payload)


def replay(entries: Iterable[Entry]) -> Story | None:
    """Walk the acts (moment, act, payload) in order; None for an empty log."""
    story: Story | None = None
    for at, act, payload in entries:
        story = filed(at, payload) if story is None else after(story, at, act, payload)
    return story


def _due_of(story: Story, act: str) -> datetime | None:
    """Return until when this act is in time; asking late is no fault but stops no clock."""
    if act in ("refuse_petition", "transfer_petition") and not story.reopened:
        return story.dues.pass_on
    if act == "answer_petition":
        return story.dues.resolve
    return story.dues.publish if act == "publish_answer" else None


def _transferred(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return replace(story, unit_id=payload["unit"], arrived_at=at)


def _asked(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    if at > story.dues.ask:
        return story
    return replace(story, pauses=(*story.pauses, (at.isoformat(), None)))


def _closed(story: Story, at: datetime) -> Story:
    """Return the story with the running pause ended."""
    if not story.pauses or story.pauses[-1][1]:
        return story
    return replace(story, pauses=(*story.pauses[:-1], (story.pauses[-1][0], at.isoformat())))


def _supplied(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return _closed(story, at)


def _answered(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return replace(_closed(story, at), answered_at=at)


def _published(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return replace(story, published_at=at)


def _reopened(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return replace(
        story, began_at=at, arrived_at=at, pauses=(), answered_at=None,
        reopened=story.reopened + 1, satisfied=None,
    )  # fmt: skip


def _unchanged(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return story


_CHANGES = {
    "transfer_petition": _transferred,
    "ask_petitioner": _asked,
    "supply": _supplied,
    "answer_petition": _answered,
    "refuse_petition": _answered,
    "publish_answer": _published,
    "reopen_petition": _reopened,
}
