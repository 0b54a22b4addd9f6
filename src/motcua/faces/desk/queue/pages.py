# SPDX-License-Identifier: Apache-2.0
"""The page of the queue: the number at my window, who waits, whom I held or missed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domains.counters import queries as counters
from motcua.domains.units import queries as units
from motcua.faces.design.parts import part
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

MACHINE = "ticket-machine"  # the salt under which a ticket machine's address is signed


@role_required(Role.COUNTER)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the queue of the reader's centre."""
    return show(request)


def show(request: HttpRequest, fault: Fault | None = None) -> HttpResponse:
    """Return the page, with the sentence of a refused act on top."""
    unit_id = centre_of(request.actor)
    context = {
        "centre": unit_name(unit_id),
        "lines": counters.lines(unit_id),
        "windows": [one for one in counters.windows(unit_id) if not one.is_open],
        "machine": reverse("portal:ticket_machine", args=[signing.dumps(unit_id, salt=MACHINE)]),
        "wall": reverse("portal:wall", args=[units.agency(unit_id).code]),
        "fault": str(fault) if fault else "",
        **_state(request, unit_id),
    }
    status = fault.status if fault else 200
    return screen(request, "queue/queue", context, tab="queue", status=status)


@role_required(Role.COUNTER)
@require_safe
def live(request: HttpRequest) -> HttpResponseBase:
    """Return the part of the page that changes; 304 while nothing has happened."""
    actor, today = request.actor, clock.today()
    seat = counters.seat_of(actor.code, today)
    if seat is None or actor.post(Role.COUNTER, seat.unit_id) is None:
        unit_id = _first_centre(actor)
        seat = counters.Seat(0, unit_id, counters.version(unit_id, today))
    mark = f"{seat.unit_id}-{today:%d}-{seat.version}-{seat.window_id}"
    return part(request, "desk/queue/_live.jinja", mark, lambda: _state(request, seat.unit_id))


@role_required(Role.COUNTER)
@require_safe
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """Show a number just given, to print or to read out."""
    shown = counters.ticket(code)
    if request.actor.post(Role.COUNTER, shown.unit_id) is None:
        raise NotFound
    follow = request.build_absolute_uri(reverse("portal:queue_ticket", args=[shown.code]))
    context = {"shown": shown, "follow": follow, "centre": unit_name(shown.unit_id)}
    return screen(request, "queue/ticket", context, tab="queue")


def centre_of(actor: Actor) -> int:
    """Return the centre whose queue is meant: that of the window, else of the first counter post.

    Raises NotFound.
    """
    window = counters.window_at(actor.code)
    if window is not None and actor.post(Role.COUNTER, window.unit_id):
        return window.unit_id
    return _first_centre(actor)


def _first_centre(actor: Actor) -> int:
    posts = actor.posts_as(Role.COUNTER)
    if not posts:
        raise NotFound
    return posts[0].unit_id


def _state(request: HttpRequest, unit_id: int) -> dict[str, Any]:
    seen, window = counters.queue(unit_id, clock.today()), counters.window_at(request.actor.code)
    mine = [one for one in seen.shown if window and one.window_id == window.id]
    return {
        "seen": seen,
        "all_lines": counters.lines(unit_id),
        "window": window,
        "mine": mine[0] if mine else None,
        "key": lambda: str(uuid4()),
    }
