# SPDX-License-Identifier: Apache-2.0
"""The lists of the desk: what lies before me, questions from others, what waits for citizens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.dossiers.queries import handovers
from motcua.domains.dossiers.queries import inbox as lists
from motcua.domains.dossiers.queries.assignments import assignees
from motcua.domains.dossiers.queries.inbox import InboxRow
from motcua.domains.dossiers.queries.search import search
from motcua.domains.procedures import queries as procedures
from motcua.faces.design.titles import active, both_text
from motcua.faces.desk.listing import address, key_of, listing, place, typed, unit_ids
from motcua.faces.desk.menu import home
from motcua.faces.desk.naming import post_words, unit_name
from motcua.faces.desk.rows import lines
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.guards import official_required

NUMBER = re.compile(r"\d{1,18}", re.ASCII)


@official_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what lies before the posts of the reader, the most urgent first.

    A reader whose posts handle no dossiers is led to where the own work begins.
    """
    actor: Actor = request.actor
    if (start := home(actor)) != "desk:inbox":
        return redirect(start)
    asked = listing(actor, request.GET)
    after = place(request.GET.get("after", ""))
    page = lists.inbox(
        asked.posts, after=after, procedure_code=asked.procedure, assigned_to=asked.assigned_to
    )
    kept = asked.kept
    context = {
        "papers_waiting": handovers.waiting(unit_ids(actor)),
        "posts": [(key_of(post), post_words(post)) for post in actor.posts],
        "procedures": _procedures(page.rows, asked.procedure),
        "kept": kept,
        "first": address(kept) if after else None,
        "next": address({**kept, "after": "~".join(map(str, page.next))}) if page.next else None,
    }
    return _list(request, "inbox", page.rows, context)


@official_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the dossiers of the reader's units that wait for the citizen."""
    before = request.GET.get("before", "")
    before_id = int(before) if NUMBER.fullmatch(before) else 2**62
    page = lists.waiting(unit_ids(request.actor), before_id=before_id)
    following = {"before": page.next[1]} if page.next else None
    context = {
        "first": "?" if before else None,
        "next": address(following) if following else None,
    }
    return _list(request, "waiting", page.rows, context)


@official_required
@require_http_methods(["GET", "HEAD", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    """Show the dossiers that fit what was posted: names and numbers stand in no address."""
    if request.method != "POST":
        return redirect("desk:inbox")
    text = typed(request.POST)
    rows = search(text, unit_ids=unit_ids(request.actor))
    return _list(request, "search", rows, {"q": text, "first": None, "next": None})


@official_required
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Show what other units asked the reader's units."""
    at = clock.now()
    rows = lists.questions(unit_ids(request.actor))
    log(request.actor, "questions", [row.code for row in rows])
    asked = [
        (row, procedures.title(row.version_id), unit_name(row.unit_id), row.due_at < at)
        for row in rows
    ]
    return screen(request, "questions", {"asked": asked}, tab="questions")


def _list(
    request: HttpRequest, tab: str, rows: Sequence[InboxRow], context: dict[str, Any]
) -> HttpResponse:
    given = assignees([row.id for row in rows])
    printed = lines(rows, at=clock.now(), language=active(), given=given)
    log(request.actor, tab, [line.code for line in printed])
    return screen(request, "list", {"lines": printed, "kept": {}, **context}, tab=tab)


def _procedures(rows: Sequence[InboxRow], chosen: str) -> list[tuple[str, str]]:
    """Return the procedures of this page to choose from; nothing is counted for it."""
    found = {row.procedure_code: row.version_id for row in rows}
    named = [
        (code, f"{code} {both_text(procedures.title(version_id))}"[:90])
        for code, version_id in sorted(found.items())
    ]
    return named if not chosen or chosen in found else [(chosen, chosen), *named]
