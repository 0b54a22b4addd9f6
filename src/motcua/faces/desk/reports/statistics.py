# SPDX-License-Identifier: Apache-2.0
"""Statistics of a period on screen, as Excel and as CSV, each number with its dossiers."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domains.procedures import queries as procedures
from motcua.domains.quality.queries.statistics import MEASURES, ROWS_AT_ONCE
from motcua.faces.design.titles import both_text
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.reports.asking import (
    BREAKDOWNS,
    Question,
    asked,
    asked_or_month,
    one_of,
)
from motcua.faces.desk.reports.counting import Listed, behind, lines
from motcua.faces.desk.reports.files import table_file
from motcua.faces.desk.reports.wording import COLUMNS, names
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.faults import NotFound
from motcua.kit.guards import official_required

SKIP_DIGITS: Final = 9


@official_required
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Show the table; a period that cannot be read is told above that of the month."""
    question, fault = asked_or_month(request.actor, request.GET, clock.now())
    context = _context(question) | {"fault": str(fault) if fault else "", "typed": request.GET}
    status = fault.status if fault else 200
    return screen(request, "reports/statistics", context, tab="reports", status=status)


def _context(question: Question) -> dict[str, Any]:
    rows, sums = lines(question)
    return {
        "question": question,
        "rows": rows,
        "sums": sums,
        "columns": list(COLUMNS.items()),
        "breakdowns": list(BREAKDOWNS.items()),
    }


@official_required
@require_safe
def statistics_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send the table of the same question as a file, its sums in the last row."""
    question = asked(request.actor, request.GET, clock.now())
    rows, sums = lines(question)
    heads = [str(BREAKDOWNS[question.by]), *(str(title) for title in COLUMNS.values())]
    body = [[line.name, *(line.numbers[name] for name in COLUMNS)] for line in rows]
    body.append([gettext("Sum"), *(sums[name] for name in COLUMNS)])
    name = f"thong-ke-{question.first:%Y%m%d}-{question.last:%Y%m%d}"
    return table_file(ending, name, gettext("Statistics of dossiers"), heads, body)


@official_required
@require_safe
def dossiers_behind(request: HttpRequest) -> HttpResponse:
    """List the dossiers behind one number, sixty at a time."""
    question = asked(request.actor, request.GET, clock.now())
    measure = one_of(MEASURES, request.GET.get("number", ""))
    key = request.GET.get("key")
    if key is not None and not key.isprintable():
        raise NotFound
    skip = _skipped(request)
    count, found = behind(question, measure, key, skip)
    mine = request.actor.working_units
    log(request.actor, "report", [one.code for one in found], purpose="reporting")
    more = {"number": measure, **({} if key is None else {"key": key})}
    context = {
        "question": question,
        "title": COLUMNS[measure],
        "row": "" if key is None else names(question.by, [key])[key],
        "count": count,
        "lines": [_line(one, mine) for one in found],
        "previous": _page(question, skip - ROWS_AT_ONCE, more) if skip else None,
        "next": _page(question, skip + ROWS_AT_ONCE, more) if skip + len(found) < count else None,
    }
    return screen(request, "reports/behind", context, tab="reports")


def _skipped(request: HttpRequest) -> int:
    word = request.GET.get("skip", "")
    known = word.isascii() and word.isdigit() and len(word) <= SKIP_DIGITS
    return int(word) // ROWS_AT_ONCE * ROWS_AT_ONCE if known else 0


def _page(question: Question, skip: int, more: dict[str, str]) -> str:
    query = question.query(**more, skip=str(max(0, skip)))
    return f"{reverse('desk:dossiers_behind')}?{query}"


def _line(one: Listed, mine: frozenset[int]) -> dict[str, Any]:
    """Return a dossier in words; only people of its units may open it."""
    return {
        "one": one,
        "title": both_text(procedures.title(one.version_id)),
        "unit": unit_name(one.competent_unit_id),
        "may_open": bool(mine & {one.competent_unit_id, one.receiving_unit_id}),
    }
