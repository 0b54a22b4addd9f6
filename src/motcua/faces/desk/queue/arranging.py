# SPDX-License-Identifier: Apache-2.0
"""The unit's administrator says how many windows there are and which lines people stand in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domains.counters import queries as counters
from motcua.domains.counters.acts.arrange_counters import LETTERS, Line, arrange_counters
from motcua.domains.units import queries as units
from motcua.faces.desk import posted
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import screen
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest) -> HttpResponse:
    """Show the arrangement of the administrator's centre; POST changes it."""
    unit_id = _centre_of(request.actor)
    if request.method != "POST":
        return _form(request, unit_id)
    try:
        arrange_counters(
            by=posted.by(request),
            unit_id=unit_id,
            windows=posted.number(request.POST, "windows"),
            lines=_lines(request),
        )
    except Fault as fault:
        return _form(request, unit_id, fault)
    return HttpResponseRedirect(reverse("desk:queue_arrange") + "?saved=1", status=303)


def _lines(request: HttpRequest) -> Sequence[Line]:
    """Return the lines that have a name in either language, in their order."""
    typed = [
        Line(posted.text(request.POST, f"vi.{letter}"), posted.text(request.POST, f"en.{letter}"))
        for letter in LETTERS
    ]
    return [line for line in typed if line.title_vi or line.title_en]


def _form(request: HttpRequest, unit_id: int, fault: Fault | None = None) -> HttpResponse:
    known = {line.letter: line.title for line in counters.lines(unit_id)}
    typed = request.POST if fault else {}
    rows = [
        (
            letter,
            typed.get(f"vi.{letter}", known.get(letter, {}).get("vi", "")),
            typed.get(f"en.{letter}", known.get(letter, {}).get("en", "")),
        )
        for letter in LETTERS
    ]
    context = {
        "centre": unit_name(unit_id),
        "count": typed.get("windows", str(len(counters.windows(unit_id)) or 1)),
        "rows": rows,
        "fault": str(fault) if fault else "",
        "saved": "saved" in request.GET,
        "key": str(uuid4()),
    }
    status = fault.status if fault else 200
    return screen(request, "queue/arrange", context, tab="queue_arrange", status=status)


def _centre_of(actor: Actor) -> int:
    """Return the centre administered: the unit itself, or the one that receives for it.

    The act still asks for a post in that very centre. Raises NotFound.
    """
    centres = {centre.id for centre in units.one_stops()}
    for post in actor.posts_as(Role.UNIT_ADMIN):
        if post.unit_id in centres:
            return post.unit_id
    raise NotFound
