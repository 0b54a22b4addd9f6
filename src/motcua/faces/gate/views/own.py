# SPDX-License-Identifier: Apache-2.0
"""One's own sessions: leaving this one, ending another."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domains.people import acts, queries
from motcua.faces.gate.origins import origin_of
from motcua.kit import clock
from motcua.kit.access import ActorKind
from motcua.kit.guards import public, signed_in_required


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ask, or end the session; without one there is nothing to ask."""
    if request.actor.kind is ActorKind.GUEST:
        return HttpResponseRedirect("/", status=303)
    if request.method != "POST":
        return render(request, "gate/sign_out.jinja")
    acts.sign_out(key=request.session.session_key, origin=origin_of(request), at=clock.now())
    request.session.leave()
    return HttpResponseRedirect("/", status=303)


@signed_in_required
@never_cache
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """List where one is signed in."""
    live = request.session.live()
    cards = queries.sessions_of(request.actor, at=clock.now(), current_id=live.id if live else None)
    shown = {
        "cards": cards,
        "official": request.actor.kind is ActorKind.OFFICIAL,
        "changed": request.GET.get("changed") == "1",
        "ended": request.GET.get("ended") == "1",
    }
    return render(request, "gate/sessions.jinja", shown)


@signed_in_required
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """End one of one's own sessions."""
    acts.revoke_session(
        actor=request.actor, session_id=session_id, origin=origin_of(request), at=clock.now()
    )
    return HttpResponseRedirect(f"{reverse('gate:sessions')}?ended=1", status=303)
