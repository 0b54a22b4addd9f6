# SPDX-License-Identifier: Apache-2.0
"""The support's inbox: who is stuck, on which screen, and the answers."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.close_ticket import close_ticket
from motcua.domains.support.acts.reopen_ticket import reopen_ticket
from motcua.domains.support.queries import known
from motcua.domains.support.queries import tickets as queries
from motcua.domains.support.queries.tickets import TicketCard
from motcua.faces.desk import posted
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit.access import Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

STATES = ("open", "answered", "closed")


@role_required(Role.OPERATOR, Role.UNIT_ADMIN)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """List the tickets of one state; an operator sees all, an administrator those of the unit."""
    asked = request.GET.get("state", "")
    state = asked if asked in STATES else STATES[0]
    rows = queries.inbox(request.actor, state=state)
    log(request.actor, "support", [row.code for row in rows], purpose="support")
    context = {
        "rows": [(row, unit_name(row.unit_id) if row.unit_id else "") for row in rows],
        "state": state, "counted": [line for line in known.counted() if line[1] or line[2]],
    }  # fmt: skip
    return screen(request, "support/tickets", context, tab="support")


@role_required(Role.OPERATOR, Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """Show one ticket; POST answers, closes or reopens it."""
    shown = queries.card(code)
    if not queries.answers_it(request.actor, shown):
        raise NotFound
    act = request.POST.get("act", "")
    if act not in ("answer", "close", "reopen"):
        return _show(request, shown)
    try:
        _do(request, act, code)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return _show(request, shown, fault=str(fault), status=fault.status)
    return HttpResponseRedirect(reverse("desk:ticket", args=[code]), status=303)


def _do(request: HttpRequest, act: str, code: str) -> None:
    by, words = posted.by(request), request.POST.get("words", "")
    if act == "answer":
        answer_ticket(by=by, code=code, answer=words)
    elif act == "close":
        close_ticket(by=by, code=code)
    else:
        reopen_ticket(by=by, code=code, words=words)


def _show(
    request: HttpRequest, shown: TicketCard, *, fault: str = "", status: int = 200
) -> HttpResponse:
    log(request.actor, "ticket", [shown.code], purpose="support")
    context = {
        "shown": shown, "unit_words": unit_name(shown.unit_id) if shown.unit_id else "",
        "said": queries.said(shown.code), "fault": fault, "key": uuid4(),
        "typed": request.POST.get("words", ""),
        "offered": known.suggest(shown.words, screen=shown.screen),
    }  # fmt: skip
    return screen(request, "support/ticket", context, tab="support", status=status)
