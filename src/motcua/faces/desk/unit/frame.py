# SPDX-License-Identifier: Apache-2.0
"""What the screens of a unit share: which unit, one act a form, the answer to a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from motcua.faces.desk import posted
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import screen
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault, NotFound

NUMBER_DIGITS = 18
Act = Callable[[HttpRequest, int], None]
Show = Callable[[HttpRequest, int, str, int], HttpResponse]


def own_units(actor: Actor) -> list[tuple[str, str]]:
    """Return the units that the reader administers, to choose from."""
    ids = dict.fromkeys(post.unit_id for post in actor.posts_as(Role.UNIT_ADMIN))
    return [(str(unit_id), unit_name(unit_id)) for unit_id in ids]


def unit_of(request: HttpRequest) -> int:
    """Return the chosen unit of the reader, the first when none is chosen. Raises NotFound."""
    form = request.POST if request.method == "POST" else request.GET
    own = [int(unit_id) for unit_id, _ in own_units(request.actor)]
    chosen = form.get("unit", "")
    if not chosen:
        return own[0]
    known = chosen.isascii() and chosen.isdigit() and len(chosen) <= NUMBER_DIGITS
    if not known or int(chosen) not in own:
        raise NotFound
    return int(chosen)


def answer(request: HttpRequest, acts: Mapping[str, Act], show: Show) -> HttpResponse:
    """Do the posted act and come back to the page; a fault stands above the forms."""
    unit_id = unit_of(request)
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        return show(request, unit_id, "", 200)
    try:
        act(request, unit_id)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return show(request, unit_id, str(fault), fault.status)
    return HttpResponseRedirect(f"{request.path}?{urlencode({'unit': unit_id})}", status=303)


def page(
    request: HttpRequest, name: str, unit_id: int, context: dict[str, Any], *, fault: str,
    status: int,
) -> HttpResponse:  # fmt: skip
    """Return a screen of the unit."""
    shown = {
        "unit_id": unit_id, "unit_words": unit_name(unit_id), "own_units": own_units(request.actor),
        "key": uuid4(), "fault": fault, "typed": request.POST, **context,
    }  # fmt: skip
    return screen(request, f"unit/{name}", shown, tab="unit", status=status)
