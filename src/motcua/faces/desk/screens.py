# SPDX-License-Identifier: Apache-2.0
"""Renders the desk's pages with what its layout needs, and says who may see a dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.domains.dossiers.queries.card import DossierCard, card, may_see
from motcua.faces.desk.menu import drawn, menu
from motcua.faces.desk.naming import unit_name
from motcua.kit import clock
from motcua.kit.access import Actor, log_view
from motcua.kit.faults import NotFound


def screen(
    request: HttpRequest, name: str, context: dict[str, Any], *, tab: str = "", status: int = 200
) -> HttpResponse:
    """Return a page of the desk; `tab` is the entry of the menu it belongs to."""
    actor: Actor = request.actor
    offered = menu(actor)
    shown = {
        "tab": tab,
        "q": "",
        "unit": unit_name(actor.posts[0].unit_id) if actor.posts else "",
        **offered,
        "drawn_menu": drawn(offered, tab),
        **context,
    }
    return render(request, f"desk/{name}.jinja", shown, status=status)


def dossier_for(actor: Actor, code: str) -> DossierCard:
    """Return the dossier if the actor's units have to do with it. Raises NotFound."""
    shown = card(code)
    if not may_see(actor, shown):
        raise NotFound
    return shown


def log(actor: Actor, page: str, codes: list[str], *, purpose: str = "handling") -> None:
    """Write down whose dossiers an official has just looked at."""
    log_view(actor=actor, at=clock.now(), page=f"desk/{page}", purpose=purpose, subjects=codes)
