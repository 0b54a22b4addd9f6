# SPDX-License-Identifier: Apache-2.0
"""One's own number on the phone: how many wait before it, and when it is called."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.domains.counters import queries as counters
from motcua.faces.portal.queue.answers import part
from motcua.faces.portal.screens import screen
from motcua.faces.portal.support.names import unit_words
from motcua.kit import clock
from motcua.kit.guards import public


@public
@require_safe
def number(request: HttpRequest, code: str) -> HttpResponse:
    """Show where the number stands."""
    shown = counters.ticket(code)
    context = {"shown": shown, "name": unit_words(shown.unit_id)}
    return screen(request, "queue/number", context, tab="appointments")


@public
@require_safe
def waiting(request: HttpRequest, code: str) -> HttpResponse:
    """Return the part that changes."""
    shown = counters.ticket(code)
    changed = counters.version(shown.unit_id, clock.today())
    return part(request, "_waiting", f"{shown.id}-{changed}", lambda: {"shown": shown})
