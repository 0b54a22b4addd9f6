# SPDX-License-Identifier: Apache-2.0
"""The page of alerts: what is due soon or overdue, and what waits for a leader's decision."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.queries.alerts import AlertRow, is_grave
from motcua.domains.dossiers.queries.alerts import alerts as warned_of
from motcua.domains.dossiers.queries.second_requests import to_decide
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.design.titles import both_text
from motcua.faces.desk.naming import minutes_words, role_words, unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import official_required
from motcua.rules.worktime import working_minutes_between


class Line(NamedTuple):
    """One alert in words; `left` is the working time left, `over` the time since."""

    row: AlertRow
    title: object
    step: str
    post: str
    left: str
    over: str
    grave: bool


@official_required
@require_safe
def alerts(request: HttpRequest) -> HttpResponse:
    """Show the warnings before the reader's posts that still hold."""
    actor = request.actor
    rows = warned_of(actor.posts)
    decide = to_decide([post.unit_id for post in actor.posts_as(Role.LEADER)])
    log(actor, "alerts", [row.code for row in rows] + [one.code for one in decide])
    context = {
        "lines": [_line(row) for row in rows],
        "decide": [(one, procedures.title(one.version_id)) for one in decide],
    }
    return screen(request, "timing/alerts", context, tab="alerts")


def _line(row: AlertRow) -> Line:
    version, calendar = procedures.version(row.version_id), units.work_calendar(row.unit_id)
    step = version.workflow.steps.get(row.step)
    minutes = working_minutes_between(clock.now(), row.due_at, calendar)
    words = minutes_words(abs(minutes))
    late = minutes < 0
    return Line(
        row, version.title, both_text(step.title) if step else "",
        f"{role_words(row.role)}, {unit_name(row.unit_id)}", "" if late else words,
        words if late else "", is_grave(row),
    )  # fmt: skip
