# SPDX-License-Identifier: Apache-2.0
"""A call for help as the one who asked follows it: by account, or by code and secret."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.domains.support.acts.close_ticket import close_ticket
from motcua.domains.support.acts.reopen_ticket import reopen_ticket
from motcua.domains.support.queries import tickets
from motcua.domains.support.queries.tickets import TicketCard
from motcua.domains.support.tickets import SECRET
from motcua.faces.portal import attempts, commands
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support import proofs
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import public


@public
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for code and secret; all wrong pairs look the same."""
    if request.method != "POST":
        return _ask(request, "")
    code = proofs.typed(request.POST.get("code", ""))
    attempts.refuse_if_locked(request, code)
    try:
        tickets.holder(code=code, secret=request.POST.get("secret", "")[: proofs.SECRET_MOST])
    except NotFound:
        attempts.count_failure(request, code)
        return _ask(request, code, status=404)
    return _show(request, tickets.card(code), proofs.proof_of(SECRET, code))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """Show it to its account or to whoever has proved to know its secret; close or reopen it."""
    code = proofs.typed(code)
    actor, shown, proof = _opened(request, code)
    act = request.POST.get("act", "")
    if act not in ("close", "reopen"):
        return _show(request, shown, proof)
    try:
        by = proofs.by(request, actor)
        if act == "close":
            close_ticket(by=by, code=code)
        else:
            reopen_ticket(by=by, code=code, words=request.POST.get("words", ""))
    except commands.FormBroken:
        raise
    except Fault as fault:
        return _show(request, shown, proof, fault=str(fault), status=fault.status)
    if not proof:
        return HttpResponseRedirect(reverse("portal:ticket", args=[code]), status=303)
    return _show(request, tickets.card(code), proofs.proof_of(SECRET, code))


def _opened(request: HttpRequest, code: str) -> tuple[Actor, TicketCard, str]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id and not request.POST.get("proof"):
        shown = tickets.card(code)
        if not tickets.is_of(actor, shown):
            raise NotFound
        return actor, shown, ""
    holder = proofs.holder(request, SECRET, code)
    return holder, tickets.card(code), request.POST["proof"]


def _show(
    request: HttpRequest, shown: TicketCard, proof: str, *, fault: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "shown": shown, "proof": proof, "fault": fault, "said": tickets.said(shown.code),
        "key": commands.new_key(),
    }  # fmt: skip
    return screen(request, "support/ticket", context, tab="stuck", status=status)


def _ask(request: HttpRequest, typed: str, status: int = 200) -> HttpResponse:
    words = gettext("No question fits this code and secret. Check both.")
    shown = "".join(sign for sign in typed[: proofs.CODE_MOST] if sign.isprintable())
    context = {"typed": shown, "faults": [] if status == 200 else [("code", words)]}
    return screen(request, "support/ticket_track", context, tab="stuck", status=status)
