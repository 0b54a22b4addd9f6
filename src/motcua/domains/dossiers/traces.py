# SPDX-License-Identifier: Apache-2.0
"""What every link of the log says besides its act: moved due dates, work outside office hours.

Due dates stand in the log as they were promised, so that a later change of the calendar cannot
rewrite them: an ended dossier keeps the verdict under the calendar of its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from motcua.domains.units import queries as units
from motcua.kit.access import Post
from motcua.rules.worktime import clip

DUES = ("legal_due_at", "due_at", "queue_due_at")


class Dated(Protocol):
    """A dossier as far as its due dates go."""

    @property
    def legal_due_at(self) -> datetime | None:
        """Return when the law wants it done."""

    @property
    def due_at(self) -> datetime | None:
        """Return when it was promised."""

    @property
    def queue_due_at(self) -> datetime:
        """Return its place in the queue."""


def traces(before: Dated | None, after: Dated, at: datetime, post: Post | None) -> dict[str, Any]:
    """Return what the link of an act adds: `dues` if they moved, `off_hours` if it was late.

    Work of officials outside office hours is written down; it moves no clock.
    """
    said: dict[str, Any] = {}
    dues = [getattr(after, name) for name in DUES]
    if before is None or dues != [getattr(before, name) for name in DUES]:
        said["dues"] = [moment and moment.isoformat() for moment in dues]
    if post is not None and clip(at, units.work_calendar(post.unit_id)) != at:
        said["off_hours"] = True
    return said


def dues_of(payload: Mapping[str, Any]) -> dict[str, datetime | None]:
    """Return the due dates that a link states, by the name of their column; none if it does not."""
    stated = payload.get("dues")
    if stated is None:
        return {}
    moments = (text and datetime.fromisoformat(text) for text in stated)
    return dict(zip(DUES, moments, strict=True))
