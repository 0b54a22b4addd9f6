# SPDX-License-Identifier: Apache-2.0
"""Differences between bank and ledger: a file compared, read, booked, closed with a word."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.book_transfer import KIND, book_transfer
from motcua.domains.payments.acts.reconcile import Report, reconcile
from motcua.domains.payments.acts.settle_difference import settle_difference
from motcua.faces.design.uploads import MOST_BYTES
from motcua.faces.desk import posted
from motcua.faces.desk.money.report import DECIDERS, READERS, units_of
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault
from motcua.kit.files import TooLarge
from motcua.kit.guards import role_required
from motcua.rules.errors import RuleError
from motcua.rules.reconciliation import KINDS

ROWS = 100
ID_DIGITS = 18


class FileMissing(Fault):
    """No file was sent."""

    sentence = gettext_lazy("Choose the bank’s file.")


@role_required(*DECIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def differences(request: HttpRequest) -> HttpResponse:
    """Show what waits or was settled; by POST compare a file, book a transfer, close one."""
    if request.method != "POST":
        return _page(request)
    try:
        if request.POST.get("action") == "compare":
            return _page(request, report=_compared(request))
        _decided(request)
    except Fault as fault:
        return _page(request, fault=str(fault), status=fault.status)
    except RuleError as error:
        return _page(request, fault=gettext(error.sentence) % error.params, status=422)
    return HttpResponseRedirect(reverse("desk:differences"), status=303)


def _compared(request: HttpRequest) -> Report:
    """Compare a file of the bank; the same file again tells the same.

    Raises FileMissing, TooLarge.
    """
    by, sent = posted.by(request), request.FILES.get("file")
    if sent is None:
        raise FileMissing
    if sent.size > MOST_BYTES:
        raise TooLarge(limit_mb=MOST_BYTES >> 20)
    return reconcile(actor=by.actor, at=by.at, raw=sent.read())


def _decided(request: HttpRequest) -> None:
    by, form = posted.by(request), request.POST
    number = posted.number(form, "difference")
    if form.get("action") == "book":
        book_transfer(actor=by.actor, at=by.at, key=by.key, difference_id=number)
    else:
        note = posted.text(form, "note")
        settle_difference(actor=by.actor, at=by.at, key=by.key, difference_id=number, note=note)


def _page(
    request: HttpRequest, *, fault: str = "", report: Report | None = None, status: int = 200
) -> HttpResponse:
    actor: Actor = request.actor
    context = {
        **_lines(request),
        "bookable": KIND,
        "fault": fault,
        "report": report,
        "operates": bool(actor.posts_as(Role.OPERATOR)),
        "reads_money": any(actor.posts_as(role) for role in READERS),
        "most_bytes": MOST_BYTES,
        "key": lambda: str(uuid4()),
    }
    tab = "money" if context["reads_money"] else "differences"
    return screen(request, "money/differences", context, tab=tab, status=status)


def _lines(request: HttpRequest) -> dict[str, Any]:
    """Return one page of differences, waiting or settled ones, and where the next one is."""
    actor, asked = request.actor, request.GET
    units = None if actor.posts_as(Role.OPERATOR) else units_of(actor)
    settled, before = asked.get("state") == "settled", _before(asked.get("before", ""))
    found = payments.differences(units, waiting=not settled, before=before, most=ROWS + 1)
    lines = [
        (line, gettext(KINDS[line.kind]), unit_name(line.unit_id) if line.unit_id else "–")
        for line in found[:ROWS]
    ]
    if codes := [line.dossier_code for line, _, _ in lines if line.dossier_code]:
        log(actor, "differences", codes)
    state = "state=settled&" if settled else ""
    onward = f"?{state}before={lines[-1][0].id}" if len(found) > ROWS else None
    first = f"?{state}" if before else None
    count = payments.count_differences(units)
    return {"lines": lines, "settled": settled, "next": onward, "first": first, "count": count}


def _before(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < ID_DIGITS else 0
