# SPDX-License-Identifier: Apache-2.0
"""Lines of dossier lists, ready to print: sixty of them stand on every page of the desk.

Every text of a line is escaped here, most of them once a procedure and language, so that the
template only puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from django.utils.translation import gettext
from markupsafe import Markup, escape

from motcua.domains.dossiers.queries.assignments import Assignee
from motcua.domains.dossiers.queries.inbox import InboxRow
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design import marks
from motcua.faces.desk.limits import counting_unit, due_state, limit_of
from motcua.kit.clock import VN
from motcua.rules.workflow import Status
from motcua.rules.worktime import WorkCalendar, shown_due

LATE = ("overdue", "late")
NOBODY = Markup("")
TITLES_KEPT = 4096
MOMENTS_KEPT = 2048

ANSWER = Markup(' <span class="muted small">{}</span>')
TITLE = Markup('<span class="clamp">{}</span>')
TITLE_IN_VIETNAMESE = Markup('<span class="clamp" lang="vi">{}</span>')


class Line(NamedTuple):
    """One line as HTML; `late` marks what is past its time."""

    code: str
    title: Markup
    applicant: Markup
    step: Markup
    status: Markup
    due: Markup
    due_at: str
    submitted_at: str
    synthetic: bool
    late: bool
    assignee: Markup


def lines(
    rows: Iterable[InboxRow],
    *,
    at: datetime,
    language: str,
    given: Mapping[int, Assignee] = MappingProxyType({}),
) -> list[Line]:
    """Return the lines of a list in the reader's language, moments in Vietnam's time.

    `given` are those who work on some of them, by dossier.
    """
    listed = list(rows)
    calendars = {
        unit_id: units.work_calendar(unit_id) for unit_id in {counting_unit(row) for row in listed}
    }
    badges = Badges(
        {status: marks.status_html(status) for status in marks.STATUSES},
        {state: marks.due_html(state) for state in marks.DUES},
        ANSWER.format(gettext("answer to the submission")),
    )
    return [
        _line(row, at, language, calendars[counting_unit(row)], badges, given.get(row.id))
        for row in listed
    ]


class Badges(NamedTuple):
    """The badges of a page, asked for once and not once a line."""

    statuses: Mapping[int, Markup]
    dues: Mapping[str, Markup]
    answer: Markup


def _line(
    row: InboxRow,
    at: datetime,
    language: str,
    calendar: WorkCalendar,
    badges: Badges,
    given: Assignee | None,
) -> Line:
    state = due_state(row, at, calendar)
    return Line(
        row.code,
        _title(row.version_id, language),
        escape(row.applicant_name),
        _step(row.version_id, row.step, language),
        badges.statuses[row.status],
        badges.dues[state] + badges.answer
        if row.status == Status.SUBMITTED
        else badges.dues[state],
        _due(row, calendar),
        _written(row.submitted_at.astimezone(VN)),
        row.source == "synthetic",
        state in LATE,
        escape(given.name) if given else NOBODY,
    )


@lru_cache(maxsize=TITLES_KEPT)
def _title(version_id: int, language: str) -> Markup:
    title = procedures.version(version_id).title
    wanted = title.get(language)
    return TITLE.format(wanted) if wanted else TITLE_IN_VIETNAMESE.format(title["vi"])


@lru_cache(maxsize=TITLES_KEPT)
def _step(version_id: int, step: str, language: str) -> Markup:
    title = procedures.version(version_id).workflow.steps[step].title
    return escape(title.get(language) or title["vi"])


def _due(row: InboxRow, calendar: WorkCalendar) -> str:
    """Return until when, as the applicant reads it too."""
    _, due_at = limit_of(row)
    return _until(due_at, calendar) if due_at else ""


@lru_cache(maxsize=MOMENTS_KEPT)
def _until(due_at: datetime, calendar: WorkCalendar) -> str:
    return _written(shown_due(due_at, calendar))


def _written(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02} {moment.day:02}/{moment.month:02}/{moment.year:04}"
