# SPDX-License-Identifier: Apache-2.0
"""Booking a time at a centre, looking at it again, giving it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.counters import queries as counters
from motcua.domains.counters.acts.book_appointment import SlotClosed, book_appointment
from motcua.domains.counters.acts.cancel_appointment import cancel_appointment
from motcua.faces.design.units import unit_name
from motcua.faces.portal import attempts, commands
from motcua.faces.portal.queue import choosing
from motcua.faces.portal.queue.centres import centre
from motcua.faces.portal.screens import applicant_of, citizen_of, screen
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import public

TAB = "appointments"
LONGEST_SEARCH = 100


@public
@require_safe
def centres(request: HttpRequest) -> HttpResponse:
    """Show the centres of the province, and what the citizen has booked."""
    citizen = citizen_of(request)
    own = counters.appointments_of(citizen.account_id, at=clock.now()) if citizen else ()
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST_SEARCH].strip()
    context = {
        "text": text,
        "centres": choosing.centres(text),
        "near": choosing.own_centre(citizen),
        "own": [(one, unit_name(one.unit_id)) for one in own],
    }
    return screen(request, "queue/centres", context, tab=TAB)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, unit: str) -> HttpResponse:
    """Show the free times of a centre; POST books one and shows its code."""
    card = centre(unit)
    if request.method != "POST":
        return _times(request, card.id)
    try:
        attempts.count_booking(request)
        by = By(applicant_of(request), clock.now(), commands.key_of(request))
        letter, starts_at = request.POST.get("letter", ""), _moment(request.POST.get("at", ""))
        code = book_appointment(by=by, unit_id=card.id, letter=letter, starts_at=starts_at)
    except Fault as fault:
        return _times(request, card.id, fault)
    return HttpResponseRedirect(reverse("portal:appointment", args=[code]), status=303)


@public
@require_http_methods(["POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Lead from a typed code to its appointment."""
    code = "".join(sign for sign in request.POST.get("code", "") if sign.isalnum())[:10]
    return HttpResponseRedirect(reverse("portal:appointment", args=[code or "-"]), status=303)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def shown(request: HttpRequest, code: str) -> HttpResponse:
    """Show an appointment; POST gives it back."""
    attempts.refuse_guesses(request)
    fault: Fault | None = None
    if request.method == "POST":
        try:
            by = By(applicant_of(request), clock.now(), commands.key_of(request))
            cancel_appointment(by=by, code=code.upper())
        except NotFound:
            raise
        except Fault as refused:
            fault = refused
    try:
        found = counters.appointment(code)
    except NotFound:
        attempts.count_guess(request)
        raise
    context = {
        "shown": found,
        "name": unit_name(found.unit_id),
        "fault": str(fault) if fault else "",
        "past": found.starts_at < clock.now(),
        "key": str(uuid4()),
    }
    return screen(
        request, "queue/appointment", context, tab=TAB, status=fault.status if fault else 200
    )


def _times(request: HttpRequest, unit_id: int, fault: Fault | None = None) -> HttpResponse:
    slots = counters.free_slots(unit_id, at=clock.now())
    context = {
        "name": unit_name(unit_id),
        "lines": counters.lines(unit_id),
        "days": _by_day(slots),
        "chosen": {"letter": request.POST.get("letter", ""), "at": request.POST.get("at", "")},
        "fault": str(fault) if fault else "",
        "key": str(uuid4()),
    }
    return screen(request, "queue/times", context, tab=TAB, status=fault.status if fault else 200)


def _by_day(slots: Sequence[datetime]) -> list[tuple[date, str, list[tuple[str, str]]]]:
    """Return the times as (day, its name, [(value, words)])."""
    return [
        (day, str(WEEKDAYS[day.weekday()]), [(one.isoformat(), f"{one:%H:%M}") for one in found])
        for day, found in groupby(slots, key=lambda slot: slot.astimezone(VN).date())
    ]


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text[:40])
    except ValueError as error:
        raise SlotClosed from error
    if moment.tzinfo is None:
        raise SlotClosed
    return moment
