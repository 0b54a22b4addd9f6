# SPDX-License-Identifier: Apache-2.0
"""Lines of dossier lists, ready to print: sixty of them stand on every page of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from motcua.domains.dossiers.queries.inbox import InboxRow
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design import marks
from motcua.kit.clock import VN
from motcua.rules.worktime import Verdict, verdict

CHANNELS = {1: "counter", 2: "online", 3: "post"}


class Line(NamedTuple):
    """One printable line."""

    code: str
    title: str
    title_is_vi: bool
    applicant: str
    step: str
    status_text: str
    status_tone: str
    status_sign: str
    due_text: str
    due_tone: str
    due_sign: str
    due_at: str
    submitted_at: str
    channel: str
    synthetic: bool
    late: bool


def lines(rows: Iterable[InboxRow], *, at: datetime, language: str) -> list[Line]:
    """Return the lines of a list in the reader's language, moments in Vietnam's time."""
    statuses = {code: (str(m.text), m.tone, m.sign) for code, m in marks.STATUSES.items()}
    dues = {state: (str(m.text), m.tone, m.sign) for state, m in marks.DUES.items()}
    return [_line(row, at, language, statuses, dues) for row in rows]


Marks = dict[object, tuple[str, str, str]]


def _line(row: InboxRow, at: datetime, language: str, statuses: Marks, dues: Marks) -> Line:
    version = procedures.version(row.version_id)
    step = version.workflow.steps[row.step].title
    title = version.title.get(language)
    state = due_state(row, at)
    return Line(
        row.code,
        title or version.title["vi"],
        not title,
        row.applicant_name,
        step.get(language) or step["vi"],
        *statuses[row.status],
        *dues[state],
        f"{row.due_at.astimezone(VN):%H:%M %d/%m/%Y}" if row.due_at else "",
        f"{row.submitted_at.astimezone(VN):%H:%M %d/%m/%Y}",
        CHANNELS[row.channel],
        row.source == "synthetic",
        state in ("overdue", "late"),
    )


def due_state(row: InboxRow, at: datetime) -> str:
    """Return the due state of a listed dossier: a verdict, `paused`, or `none` without limit.

    A dossier not yet received is judged by the time its reception may take.
    """
    if row.status in (5, 6):
        return "paused"
    if row.status == 1:
        return _judged(row, row.queue_due_at, row.submitted_at, at)
    if row.due_at is None or row.received_at is None:
        return "none"
    return _judged(row, row.due_at, row.received_at, at)


def _judged(row: InboxRow, due_at: datetime, received_at: datetime, at: datetime) -> Verdict:
    return verdict(
        due_at=due_at,
        ended_at=row.ended_at,
        at=at,
        received_at=received_at,
        calendar=units.work_calendar(row.competent_unit_id),
    )
