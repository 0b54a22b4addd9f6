# SPDX-License-Identifier: Apache-2.0
"""The life of a petition as its acts tell it: one function moves it on, now and in a replay.

Every link of the log states the due moments as they were promised, so that a later change of the
calendar rewrites neither them nor what was late. Logs from before state none: theirs are counted
by the present calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
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
    dues: Dues
    pauses: tuple[tuple[str, str | None], ...] = ()
    answered_at: datetime | None = None
    published_at: datetime | None = None
    late: bool = False
    reopened: int = 0
    satisfied: bool | None = None

    @property
    def timing(self) -> Timing:
        """The moments the clocks need; the running pause is none yet."""
        ended = tuple(
            Pause(self._moment(since), self._moment(until)) for since, until in self.pauses if until
        )
        return Timing(self.began_at, self.arrived_at, ended, self.answered_at)

    def _moment(self, written: str) -> datetime:
        """Return a moment of a pause; hosts' clocks differ, and none lies before the beginning."""
        return max(self.began_at, datetime.fromisoformat(written))

    @property
    def due_at(self) -> datetime | None:
        """What the unit must keep next."""
        return petitions.next_due(self.state, self.dues)


def counted(timing: Timing, unit_id: int) -> Dues:
    """Return the legal due moments by the present calendar of the unit."""
    return petitions.dues(timing, units.work_calendar(unit_id))


def stated_dues(dues: Dues) -> dict[str, str | None]:
    """Return the due moments as a link states them."""
    return {name: moment and moment.isoformat() for name, moment in asdict(dues).items()}


def filed(at: datetime, payload: Mapping[str, Any]) -> Story:
    """Return the story as the filing began it."""
    dues = counted(Timing(began_at=at, arrived_at=at), payload["unit"])
    return _as_stated(Story(S.FILED, payload["unit"], at, at, dues), payload)


def after(story: Story, at: datetime, act: str, payload: Mapping[str, Any]) -> Story:
    """Return the story after one more act. Raises PetitionError for an impossible step."""
    if act == "rate_petition":
        return replace(story, satisfied=payload["satisfied"])
    if act == "redate_petition":
        return _as_stated(story, payload)
    moved = replace(story, state=petitions.moved(story.state, act))
    reached = _as_stated(_CHANGES.get(act, _unchanged)(moved, at, payload), payload)
    due = _due_of(act, story, reached)
    return replace(reached, late=reached.late or (due is not None and at > due))


def _as_stated(story: Story, payload: Mapping[str, Any]) -> Story:
    """Return the story with the due moments that the link states, if it does."""
    if "dues" not in payload:
        return story
    said = payload["dues"].items()
    return replace(
        story, dues=Dues(**{name: text and datetime.fromisoformat(text) for name, text in said})
    )


def replay(entries: Iterable[Entry]) -> Story | None:
    """Walk the acts (moment, act, payload) in order; None for an empty log."""
    story: Story | None = None
    for at, act, payload in entries:
        story = filed(at, payload) if story is None else after(story, at, act, payload)
    return story


def _due_of(act: str, before: Story, reached: Story) -> datetime | None:
    """Return until when this act is in time; asking late is no fault but stops no clock."""
    if act in ("refuse_petition", "transfer_petition") and not before.reopened:
        return before.dues.pass_on
    if act == "answer_petition":
        return reached.dues.resolve
    return reached.dues.publish if act == "publish_answer" else None


def _counted_anew(story: Story, *names: str) -> Story:
    """Return the story with these due moments counted by the present calendar."""
    fresh = counted(story.timing, story.unit_id)
    return replace(
        story, dues=replace(story.dues, **{name: getattr(fresh, name) for name in names})
    )


def _transferred(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    there = replace(story, unit_id=payload["unit"], arrived_at=at)
    return _counted_anew(there, "pass_on", "ask", "resolve")


def _asked(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    if at > story.dues.ask:
        return story
    return replace(story, pauses=(*story.pauses, (_written(at), None)))


def _written(at: datetime) -> str:
    """Return a moment as pauses hold it, in the zone in which a replay reads it too."""
    return at.astimezone(UTC).isoformat()


def _closed(story: Story, at: datetime) -> Story:
    """Return the story with the running pause ended."""
    if not story.pauses or story.pauses[-1][1]:
        return story
    pauses = (*story.pauses[:-1], (story.pauses[-1][0], _written(at)))
    return _counted_anew(replace(story, pauses=pauses), "resolve")


def _supplied(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return _closed(story, at)


def _answered(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return _counted_anew(replace(_closed(story, at), answered_at=at), "publish")


def _published(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    return replace(story, published_at=at)


def _reopened(story: Story, at: datetime, payload: Mapping[str, Any]) -> Story:
    again = replace(
        story, began_at=at, arrived_at=at, pauses=(), answered_at=None,
        reopened=story.reopened + 1, satisfied=None,
    )  # fmt: skip
    return replace(again, dues=counted(again.timing, again.unit_id))


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
