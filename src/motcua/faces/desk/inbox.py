# SPDX-License-Identifier: Apache-2.0
"""The lists of the desk: what lies before me, questions from others, what waits for citizens."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from motcua.domains.dossiers.queries import inbox as lists
from motcua.domains.dossiers.queries.search import search
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.faces.desk.rows import lines
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.guards import official_required

PLACE = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d)~(\d{1,18})")


@official_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what lies before the posts of the reader, the most urgent first."""
    actor: Actor = request.actor
    after = _place(request.GET.get("after", ""))
    page = lists.inbox(actor.posts, after=after)
    following = "~".join(map(str, page.next)) if page.next else None
    return _list(request, "inbox", page.rows, {"after": after, "following": following})


@official_required
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the dossiers of the reader's units that wait for the citizen."""
    before = request.GET.get("before", "")
    before_id = int(before) if before.isdecimal() and len(before) < 19 else 2**62
    page = lists.waiting(_unit_ids(request.actor), before_id=before_id)
    following = str(page.next[1]) if page.next else None
    return _list(request, "waiting", page.rows, {"after": before, "following": following})


@official_required
def found(request: HttpRequest) -> HttpResponse:
    """Show the dossiers that fit what was typed."""
    text = request.GET.get("q", "")[:100]
    rows = search(text, unit_ids=_unit_ids(request.actor))
    return _list(request, "search", rows, {"q": text, "after": None, "following": None})


@official_required
def questions(request: HttpRequest) -> HttpResponse:
    """Show what other units asked the reader's units."""
    at = clock.now()
    rows = lists.questions(_unit_ids(request.actor))
    _log(request.actor, "questions", [row.code for row in rows])
    asked = [
        (row, procedures.version(row.version_id).title, units.agency(row.unit_id), row.due_at < at)
        for row in rows
    ]
    return render(request, "desk/questions.jinja", {"asked": asked, "tab": "questions"})


def _list(request: HttpRequest, tab: str, rows: Any, context: dict[str, Any]) -> HttpResponse:
    printed = lines(rows, at=clock.now(), language=get_language() or "vi")
    _log(request.actor, tab, [line.code for line in printed])
    return render(request, "desk/list.jinja", {"tab": tab, "lines": printed, "q": "", **context})


def _log(actor: Actor, page: str, codes: list[str]) -> None:
    log_view(actor=actor, at=clock.now(), page=f"desk/{page}", purpose="handling", subjects=codes)


def _place(text: str) -> tuple[str, int] | None:
    match = PLACE.fullmatch(text.replace(" ", "+"))
    return (match[1], int(match[2])) if match else None


def _unit_ids(actor: Actor) -> list[int]:
    return sorted({post.unit_id for post in actor.posts})
