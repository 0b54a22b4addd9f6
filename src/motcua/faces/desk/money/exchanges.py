# SPDX-License-Identifier: Apache-2.0
"""Calls to and from other systems, for operators: what waits, what died, what was replayed."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domains.hub import queries as hub
from motcua.domains.hub.acts.replay import replay
from motcua.faces.desk import posted
from motcua.faces.desk.money.exchange_words import partner_words, spoken
from motcua.faces.desk.screens import screen
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import role_required

STATES = ("waiting", "calling", "done", "dead", "refused")


@role_required(Role.OPERATOR)
@require_safe
def exchanges(request: HttpRequest) -> HttpResponse:
    """Show the newest exchanges, of one state if it is asked for."""
    state = request.GET.get("state", "")
    chosen = (state,) if state in STATES else ()
    context = {
        "lines": [spoken(line) for line in hub.exchanges(states=chosen)],
        "partners": [(one, partner_words(one.partner)) for one in hub.partners()],
        "state": state,
        "states": STATES,
        "at": clock.now(),
        "key": lambda: str(uuid4()),
    }
    return screen(request, "money/exchanges", context, tab="exchanges")


@role_required(Role.OPERATOR)
@require_POST
def again(request: HttpRequest, exchange: UUID) -> HttpResponse:
    """Send a dead exchange once more."""
    by = posted.by(request)
    replay(actor=by.actor, at=by.at, key=by.key, correlation_id=exchange)
    return HttpResponseRedirect(reverse("desk:exchanges"), status=303)
