# SPDX-License-Identifier: Apache-2.0
"""Differences between bank and ledger: read, booked, closed with a word."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.book_transfer import KIND, book_transfer
from motcua.domains.payments.acts.settle_difference import settle_difference
from motcua.faces.desk import posted
from motcua.faces.desk.money.report import units_of
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault
from motcua.kit.guards import role_required
from motcua.rules.reconciliation import KINDS


@role_required(Role.LEADER, Role.UNIT_ADMIN, Role.DIRECTOR, Role.OPERATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def differences(request: HttpRequest) -> HttpResponse:
    """Show what waits; by POST book a transfer or close a difference."""
    if request.method != "POST":
        return _page(request)
    by, form = posted.by(request), request.POST
    number = posted.number(form, "difference")
    try:
        if form.get("action") == "book":
            book_transfer(actor=by.actor, at=by.at, key=by.key, difference_id=number)
        else:
            note = posted.text(form, "note")
            settle_difference(actor=by.actor, at=by.at, key=by.key, difference_id=number, note=note)
    except Fault as fault:
        return _page(request, fault)
    return HttpResponseRedirect(reverse("desk:differences"), status=303)


def _page(request: HttpRequest, fault: Fault | None = None) -> HttpResponse:
    actor: Actor = request.actor
    units = None if actor.posts_as(Role.OPERATOR) else units_of(actor)
    waiting = [
        (line, gettext(KINDS[line.kind]), unit_name(line.unit_id) if line.unit_id else "–")
        for line in payments.differences(units)
    ]
    if codes := [line.dossier_code for line, _, _ in waiting if line.dossier_code]:
        log(actor, "differences", codes)
    context = {
        "waiting": waiting,
        "bookable": KIND,
        "fault": str(fault) if fault else "",
        "key": lambda: str(uuid4()),
    }
    status = fault.status if fault else 200
    return screen(request, "money/differences", context, tab="money", status=status)
