# SPDX-License-Identifier: Apache-2.0
"""Early, on time or late: what is kept of a finished dossier for the period statistics."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.dossiers.queries.facts import FactRow
from motcua.domains.units import queries as units
from motcua.rules.worktime import WorkCalendar, verdict


def verdicts(row: FactRow) -> tuple[str, str]:
    """Return the verdicts against the promised and the legal due moment; "" while it runs.

    Without a known limit nothing was missed: such a dossier counts as on time.
    """
    if row.received_at is None or row.ended_at is None:
        return "", ""
    calendar = units.work_calendar(row.competent_unit_id)
    span = (row.received_at, row.ended_at)
    return _judged(row.due_at, span, calendar), _judged(row.legal_due_at, span, calendar)


def _judged(
    due_at: datetime | None, span: tuple[datetime, datetime], calendar: WorkCalendar
) -> str:
    if due_at is None:
        return "on_time"
    received_at, ended_at = span
    return verdict(
        due_at=due_at, ended_at=ended_at, at=ended_at, received_at=received_at, calendar=calendar
    ).value
