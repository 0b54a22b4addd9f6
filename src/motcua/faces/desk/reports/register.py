# SPDX-License-Identifier: Apache-2.0
"""The register of dossiers (form 07) of a unit and period: on screen, PDF, Excel, CSV."""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.quality.queries.register import register_codes
from motcua.domains.quality.register_paper import COLUMNS, lines, register_pdf
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.reports.asking import Question, asked, asked_or_month, units_of
from motcua.faces.desk.reports.files import sent, table_file
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import NotPermitted
from motcua.kit.guards import official_required

SHOWN: Final = 100
TITLE: Final = FORMS[SlipKind.REGISTER].title


@official_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show the first lines of the register and offer the whole of it as a file."""
    question, fault = asked_or_month(request.actor, request.GET, clock.now())
    unit_id, choices = _unit(request)
    found = list(islice(lines(unit_id, question.first, question.last), SHOWN + 1))
    log(request.actor, "register", [row[1] for row in found[:SHOWN]], purpose="reporting")
    context: dict[str, Any] = {
        "question": question,
        "fault": str(fault) if fault else "",
        "typed": request.GET,
        "unit_id": unit_id,
        "choices": choices,
        "heads": [title for title, _, _ in COLUMNS],
        "lines": found[:SHOWN],
        "is_cut": len(found) > SHOWN,
        "form_title": TITLE,
    }
    status = fault.status if fault else 200
    return screen(request, "reports/register", context, tab="reports", status=status)


@official_required
@require_safe
def register_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send the register as `pdf`, `xlsx` or `csv`; the ledger names every dossier in it."""
    question = asked(request.actor, request.GET, clock.now())
    unit_id, _ = _unit(request)
    answer = _file(ending, unit_id, question)
    codes = register_codes(unit_id, question.first, question.last)
    log(request.actor, "register", codes, purpose="reporting")
    return answer


def _file(ending: str, unit_id: int, question: Question) -> HttpResponseBase:
    """Return the file. Raises NotFound for another ending, RegisterTooLong."""
    name = f"so-theo-doi-{question.first:%Y%m%d}-{question.last:%Y%m%d}"
    if ending == "pdf":
        body = register_pdf(unit_id, question.first, question.last, at=clock.now())
        return sent(HttpResponse(body, content_type="application/pdf"), f"{name}.pdf")
    rows = lines(unit_id, question.first, question.last)
    return table_file(ending, name, TITLE, [title for title, _, _ in COLUMNS], rows)


def _unit(request: HttpRequest) -> tuple[int, list[tuple[str, str]]]:
    """Return the unit asked for and those to choose from. Raises NotPermitted."""
    allowed = list(units_of(request.actor))
    word = request.GET.get("unit", "")
    if not word and allowed:
        return allowed[0], _named(allowed)
    chosen = next((one for one in allowed if str(one) == word), None)
    if chosen is None:
        raise NotPermitted
    return chosen, _named(allowed)


def _named(unit_ids: list[int]) -> list[tuple[str, str]]:
    return [(str(unit_id), unit_name(unit_id)) for unit_id in unit_ids]
