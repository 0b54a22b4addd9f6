# SPDX-License-Identifier: Apache-2.0
"""Somebody is stuck: known answers first, then a call for help to the support."""

from __future__ import annotations

import re
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_http_methods

from motcua.domains.support.acts.file_ticket import LONGEST, NewTicket, file_ticket
from motcua.domains.support.queries import known, tickets
from motcua.faces.portal import attempts, commands
from motcua.faces.portal.receipt import spaced
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support import proofs
from motcua.kit.faults import Fault
from motcua.kit.guards import public, safe_path
from motcua.rules.words import TextError, clean

ROUTE: Final = re.compile(r"[A-Za-z0-9_:-]+")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def stuck(request: HttpRequest) -> HttpResponse:
    """Offer what is known for the screen; with words those that fit; then file a ticket."""
    said = _said(request)
    if request.POST.get("action") != "send":
        looked = request.method == "POST"
        return _page(request, said, looked=looked)
    actor = proofs.asker_of(request)
    attempts.refuse_flood(request)
    ticket = NewTicket(
        words=request.POST.get("words", ""), screen=said["tu"], correlation=said["so"]
    )
    try:
        filed = file_ticket(by=proofs.by(request, actor), ticket=ticket)
    except commands.FormBroken:
        raise
    except Fault as fault:
        return _page(request, said, looked=True, fault=str(fault), status=fault.status)
    secret = "" if actor.account_id else spaced(tickets.secret_of(filed.code))
    context = {"code": filed.code, "secret": secret}
    return screen(request, "support/stuck_filed", context, tab="stuck")


def _said(request: HttpRequest) -> dict[str, str]:
    """Return route name, request number and words; the route of the page before as a fallback."""
    form = request.POST if request.method == "POST" else request.GET
    named, number = form.get("tu", "")[:60], form.get("so", "")[:16]
    return {
        "tu": named if ROUTE.fullmatch(named) else _route_before(request),
        "so": number if ROUTE.fullmatch(number) else "",
        "words": _printable(form),
    }


def _printable(form: Any) -> str:
    try:
        return clean(form.get("words", "")[:LONGEST], lines=True)
    except TextError:
        return ""


def _route_before(request: HttpRequest) -> str:
    """Return the route of the page the reader came from, for pages that are kept for everybody."""
    path = safe_path(request, request.headers.get("Referer", ""), "").partition("?")[0]
    try:
        return resolve(path).view_name if path else ""
    except Resolver404:
        return ""


def _page(
    request: HttpRequest, said: dict[str, str], *, looked: bool, fault: str = "", status: int = 200
) -> HttpResponse:
    account_id = request.actor.account_id  # type: ignore[attr-defined]
    context = {
        "said": said, "looked": looked, "fault": fault, "longest": LONGEST,
        "offered": known.suggest(said["words"], screen=said["tu"]),
        "all": () if looked else known.every(),
        "own": tickets.own(account_id) if account_id else (),
        "key": commands.new_key(),
    }  # fmt: skip
    return screen(request, "support/stuck", context, tab="stuck", status=status)
