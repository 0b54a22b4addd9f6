# SPDX-License-Identifier: Apache-2.0
"""The ticket machine at the door: a tablet that an officer opens in the morning."""

from __future__ import annotations

from uuid import uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.counters import queries as counters
from motcua.domains.counters.acts.arrive import arrive
from motcua.domains.counters.acts.take_ticket import take_ticket
from motcua.faces.design.units import unit_name
from motcua.faces.portal import commands
from motcua.kit import clock
from motcua.kit.access import GUEST
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import public

SALT = "ticket-machine"
GOOD_SECONDS = 14 * 3600


@public
@require_http_methods(["GET", "HEAD", "POST"])
def machine(request: HttpRequest, machine: str) -> HttpResponse:
    """Offer the lines of the centre; POST gives a number, or takes the code of an appointment."""
    unit_id = _unit_id(machine)
    if request.method != "POST":
        return _offer(request, unit_id)
    by = By(GUEST, clock.now(), commands.key_of(request))
    try:
        if "letter" in request.POST:
            code = take_ticket(by=by, unit_id=unit_id, letter=request.POST["letter"])
        else:
            typed = request.POST.get("code", "").strip()[:20]
            code = arrive(by=by, unit_id=unit_id, code=typed)
    except Fault as fault:
        return _offer(request, unit_id, fault)
    return HttpResponseRedirect(reverse("portal:ticket_given", args=[machine, code]), status=303)


@public
@require_safe
def given(request: HttpRequest, machine: str, code: str) -> HttpResponse:
    """Show the number for twenty seconds, then the lines again."""
    unit_id, shown = _unit_id(machine), counters.ticket(code)
    if shown.unit_id != unit_id:
        raise NotFound
    context = {
        "shown": shown,
        "name": unit_name(unit_id),
        "back": reverse("portal:ticket_machine", args=[machine]),
        "follow": request.build_absolute_uri(reverse("portal:queue_ticket", args=[shown.code])),
    }
    return _kept_nowhere(render(request, "portal/queue/given.jinja", context))


def _unit_id(signed: str) -> int:
    """Return the centre of a machine that was opened today. Raises NotFound."""
    try:
        return int(signing.loads(signed, salt=SALT, max_age=GOOD_SECONDS))
    except signing.BadSignature as error:
        raise NotFound from error


def _offer(request: HttpRequest, unit_id: int, fault: Fault | None = None) -> HttpResponse:
    context = {
        "name": unit_name(unit_id),
        "lines": counters.lines(unit_id),
        "seen": counters.queue(unit_id, clock.today()),
        "fault": str(fault) if fault else "",
        "key": lambda: str(uuid4()),
    }
    status = fault.status if fault else 200
    return _kept_nowhere(render(request, "portal/queue/machine.jinja", context, status=status))


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
