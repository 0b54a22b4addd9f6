# SPDX-License-Identifier: Apache-2.0
"""The buttons of the queue: one act each, then the page again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.domains.counters.acts.arrive import arrive
from motcua.domains.counters.acts.call_again import call_again
from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.close_window import close_window
from motcua.domains.counters.acts.finish_ticket import finish_ticket
from motcua.domains.counters.acts.hold_ticket import hold_ticket
from motcua.domains.counters.acts.miss_ticket import miss_ticket
from motcua.domains.counters.acts.open_window import open_window
from motcua.domains.counters.acts.serve_ticket import serve_ticket
from motcua.domains.counters.acts.take_ticket import take_ticket
from motcua.faces.desk import posted
from motcua.faces.desk.queue import pages
from motcua.kit.access import Role
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

Act = Callable[[By, QueryDict], str | None]


def _open(by: By, form: QueryDict) -> None:
    open_window(by=by, window_id=posted.number(form, "window"))


def _give(by: By, form: QueryDict) -> str:
    unit_id = pages.centre_of(by.actor)
    return take_ticket(by=by, unit_id=unit_id, letter=form.get("letter", ""))


def _arrive(by: By, form: QueryDict) -> str:
    unit_id = pages.centre_of(by.actor)
    return arrive(by=by, unit_id=unit_id, code=form.get("code", "").strip()[:20])


ACTS: Mapping[str, Act] = {
    "open": _open,
    "close": lambda by, form: close_window(by=by),
    "next": lambda by, form: call_next(by=by),
    "give": _give,
    "arrive": _arrive,
    "again": lambda by, form: call_again(by=by, ticket_id=posted.number(form, "ticket")),
    "hold": lambda by, form: hold_ticket(by=by, ticket_id=posted.number(form, "ticket")),
    "miss": lambda by, form: miss_ticket(by=by, ticket_id=posted.number(form, "ticket")),
    "serve": lambda by, form: serve_ticket(by=by, ticket_id=posted.number(form, "ticket")),
    "finish": lambda by, form: finish_ticket(by=by, ticket_id=posted.number(form, "ticket")),
}


@role_required(Role.COUNTER)
@require_POST
def act(request: HttpRequest, verb: str) -> HttpResponse:
    """Carry out one act; a new ticket is shown, everything else leads back to the queue."""
    perform = ACTS.get(verb)
    if perform is None:
        raise NotFound
    try:
        made = perform(posted.by(request), request.POST)
    except Fault as fault:
        return pages.show(request, fault)
    if made:
        return HttpResponseRedirect(reverse("desk:queue_ticket", args=[made]), status=303)
    return HttpResponseRedirect(reverse("desk:queue"), status=303)
