# SPDX-License-Identifier: Apache-2.0
"""The page of one procedure, as cheap as a page can be, and the question whether it is for you."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.faces.design.rendered import SHELF, answer
from motcua.faces.design.titles import active
from motcua.faces.design.units import name_of
from motcua.faces.portal.durations import measured_view
from motcua.faces.portal.eligibility import Question, questions, verdict
from motcua.faces.portal.procedure_view import member_titles, procedure_view
from motcua.faces.portal.screens import by_official, public_page
from motcua.kit import clock
from motcua.kit.guards import public


@public
@require_safe
def read(request: HttpRequest, code: str) -> HttpResponse:
    """Show steps, papers, time, fee and legal basis; no query, no session, no token."""
    today = clock.today()
    version = procedures.current(code, today)
    wanted = request.GET.get("don-vi", "")
    unit_id = _chosen(version, wanted) if wanted else None
    official = by_official(request)
    key = ("read", version.id, request.LANGUAGE_CODE, today, unit_id, official)
    return answer(request, SHELF.get(key, lambda: _read(version, unit_id, official)))


def _chosen(version: Version, wanted: str) -> int | None:
    """Return the competent unit a reader asks about; anything else asks about none."""
    units = procedures.competent_units(version.code)
    return next((card.id for card in units if str(card.id) == wanted), None)


def _read(version: Version, unit_id: int | None, official: bool) -> str:
    units = procedures.competent_units(version.code)
    chosen = unit_id or (units[0].id if len(units) == 1 else None)
    took = measured_view(version.code, chosen, clock.now()) if chosen else None
    view = procedure_view(version, units, clock.today())
    context = {
        "shown": view, "can_start": bool(units), "members": member_titles(version),
        "units": [(card.id, name_of(card)) for card in units], "chosen": chosen, "took": took,
    }  # fmt: skip
    return public_page("read", context, official=official, tab="find")


@public
@require_safe
def for_you(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a few yes-or-no questions and answer plainly; nothing is stored."""
    today = clock.today()
    version = procedures.current(code, today)
    asked = questions(version)
    given = tuple(request.GET.get(question.name, "") for question in asked)
    given = tuple(one if one in ("yes", "no") else "" for one in given)
    official = by_official(request)
    key = ("for_you", version.id, active(), today, given, official)
    return answer(request, SHELF.get(key, lambda: _for_you(version, asked, given, official)))


def _for_you(
    version: Version, asked: Sequence[Question], given: Sequence[str], official: bool
) -> str:
    told = verdict(asked, given)
    answers = [(question, one) for question, one in zip(asked, given, strict=True)]
    context = {
        "title": version.title, "code": version.code, "answers": answers, "told": told,
        "asked_again": any(given) and told is None,
    }  # fmt: skip
    return public_page("for_you", context, official=official, tab="find")
