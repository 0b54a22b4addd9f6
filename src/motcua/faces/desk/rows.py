# SPDX-License-Identifier: Apache-2.0
"""Lines of dossier lists, ready to print: sixty of them stand on every page of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from motcua.domains.dossiers.queries.inbox import InboxRow
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design import marks
from motcua.kit.clock import VN
from motcua.rules.workflow import Status
from motcua.rules.worktime import shown_due, verdict

STANDING = (Status.SUPPLEMENT, Status.PAYMENT)
LATE = ("overdue", "late")


class Line(NamedTuple):
    """One printable line."""

    code: str
    procedure: str
    title: str
    title_is_vi: bool
    applicant: str
    step: str
    status: Markup
    due: Markup
    due_at: str
    submitted_at: str
    synthetic: bool
    late: bool


def lines(rows: Iterable[InboxRow], *, at: datetime, language: str) -> list[Line]:
    """Return the lines of a list in the reader's language, moments in Vietnam's time."""
    return [_line(row, at, language) for row in rows]


def _line(row: InboxRow, at: datetime, language: str) -> Line:
    called = procedures.title(row.version_id)
    step = procedures.workflow_of(row.version_id).steps[row.step].title
    title = called.get(language)
    state = due_state(row, at)
    return Line(
        row.code,
        row.procedure_code,
        title or called["vi"],
        not title,
        row.applicant_name,
        step.get(language) or step["vi"],
        marks.status_html(row.status),
        marks.due_html(state),
        _due(row),
        f"{row.submitted_at.astimezone(VN):%H:%M %d/%m/%Y}",
        row.source == "synthetic",
        state in LATE,
    )


def _due(row: InboxRow) -> str:
    """Return until when, as the applicant reads it too."""
    due_at = row.queue_due_at if row.status == Status.SUBMITTED else row.due_at
    if due_at is None:
        return ""
    return f"{shown_due(due_at, units.work_calendar(row.competent_unit_id)):%H:%M %d/%m/%Y}"


def due_state(row: InboxRow, at: datetime) -> str:
    """Return the due state of a listed dossier: a verdict, `paused`, or `none` without limit.

    A dossier not yet received is judged by the time its reception may take.
    """
    if row.status in STANDING:
        return "paused"
    if row.status == Status.SUBMITTED:
        return _judged(row, row.queue_due_at, row.submitted_at, at)
    if row.due_at is None or row.received_at is None:
        return "none"
    return _judged(row, row.due_at, row.received_at, at)


def _judged(row: InboxRow, due_at: datetime, received_at: datetime, at: datetime) -> str:
    return verdict(
        due_at=due_at,
        ended_at=row.ended_at,
        at=at,
        received_at=received_at,
        calendar=units.work_calendar(row.competent_unit_id),
    ).value
