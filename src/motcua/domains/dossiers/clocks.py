# SPDX-License-Identifier: Apache-2.0
"""Due dates of a dossier, from receipt, limits, pauses and extension only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from motcua.kit.clock import VN
from motcua.rules.workflow import Step
from motcua.rules.worktime import (
    Limit,
    Pause,
    WorkCalendar,
    add_working_minutes,
    due,
    extended_due,
    parse_limit,
)

# Online submissions are accepted, refused or asked about within 8 working hours.
# Source: Decree 45/2020 (recalled, law.md 2.4); to verify against Decree 118/2025.
INTAKE_LIMIT = parse_limit("8wh")
NO_LIMIT_QUEUE = timedelta(days=365)


def closed(pauses: Sequence[Sequence[str | None]]) -> tuple[Pause, ...]:
    """Return the pauses that have ended, as values of the rule."""
    return tuple(
        Pause(datetime.fromisoformat(began), datetime.fromisoformat(ended))
        for began, ended, *_ in pauses
        if began and ended
    )


def due_at(
    *,
    received_at: datetime,
    limit: Limit | None,
    calendar: WorkCalendar,
    pauses: Sequence[Pause],
    extension: dict[str, Any] | None = None,
) -> datetime | None:
    """Return the due moment (UTC+7); None when the limit is unknown.

    After an extension only pauses that began later move the new date.
    """
    if limit is None:
        return None
    if extension is None:
        return due(received_at=received_at, limit=limit, calendar=calendar, pauses=pauses)
    since, to = (datetime.fromisoformat(extension[name]) for name in ("at", "to"))
    return extended_due(extended_at=since, extended_to=to, calendar=calendar, pauses=pauses)


def intake_due_at(submitted_at: datetime, calendar: WorkCalendar) -> datetime:
    """Return until when the counter must accept, refuse or ask."""
    return due(received_at=submitted_at, limit=INTAKE_LIMIT, calendar=calendar)


def step_due_at(step: Step, since: datetime, calendar: WorkCalendar) -> datetime | None:
    """Return until when the step should be done; None when it has no time of its own."""
    if step.minutes is None:
        return None
    return add_working_minutes(since.astimezone(VN), step.minutes, calendar)


def queue_due_at(due_at: datetime | None, received_at: datetime) -> datetime:
    """Return its place in the queue: the due moment, or a year on when none is known."""
    return due_at or received_at + NO_LIMIT_QUEUE
