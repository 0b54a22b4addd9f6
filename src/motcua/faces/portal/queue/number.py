# SPDX-License-Identifier: Apache-2.0
"""One's own number on the phone: how many wait before it, and when it is called."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.domains.counters import queries as counters
from motcua.faces.design.parts import part
from motcua.faces.design.units import unit_name
from motcua.faces.portal.screens import screen
from motcua.kit import clock
from motcua.kit.guards import public


@public
@require_safe
def number(request: HttpRequest, code: str) -> HttpResponse:
    """Show where the number stands."""
    shown = counters.ticket(code)
    context = {"shown": shown, "name": unit_name(shown.unit_id)}
    return screen(request, "queue/number", context, tab="appointments")


@public
@require_safe
def waiting(request: HttpRequest, code: str) -> HttpResponseBase:
    """Return the part that changes."""
    shown = counters.ticket(code)
    mark = f"{shown.id}-{counters.version(shown.unit_id, clock.today())}"
    return part(request, "portal/queue/_waiting.jinja", mark, lambda: {"shown": shown})
