# SPDX-License-Identifier: Apache-2.0
"""The screen on the wall: which number goes to which window."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domains.counters import queries as counters
from motcua.faces.design.parts import part
from motcua.faces.design.units import unit_name
from motcua.faces.portal.queue.centres import centre
from motcua.kit import clock
from motcua.kit.guards import public


@public
@require_safe
def wall(request: HttpRequest, unit: str) -> HttpResponse:
    """Show the numbers called in a centre, large enough for the last row of chairs."""
    card = centre(unit)
    context = {"unit": card.code, "name": unit_name(card.id), **_context(card.id)}
    response = render(request, "portal/queue/wall.jinja", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@require_safe
def numbers(request: HttpRequest, unit: str) -> HttpResponseBase:
    """Return the numbers alone."""
    unit_id = centre(unit).id
    mark = f"{unit_id}-{clock.today():%d}-{counters.version(unit_id, clock.today())}"
    return part(request, "portal/queue/_numbers.jinja", mark, lambda: _context(unit_id))


def _context(unit_id: int) -> dict[str, Any]:
    return {"seen": counters.queue(unit_id, clock.today()), "lines": counters.lines(unit_id)}
