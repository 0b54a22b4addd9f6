# SPDX-License-Identifier: Apache-2.0
"""Renders the desk's pages with what its layout needs, and says who may see a dossier."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from motcua.domains.dossiers.queries.card import DossierCard, card, may_see
from motcua.domains.support.commands import HANDLERS
from motcua.domains.units import queries as units
from motcua.faces.desk.naming import unit_name
from motcua.kit import clock
from motcua.kit.access import Actor, Role, log_view
from motcua.kit.faults import NotFound

TECHNICAL: Final = frozenset({Role.OPERATOR, Role.CONFIGURATOR})
HANDLING: Final = frozenset({Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK})

COUNTING: Final = frozenset({Role.COUNTER, Role.LEADER, Role.DIRECTOR, Role.UNIT_ADMIN})


def screen(
    request: HttpRequest, name: str, context: dict[str, Any], *, tab: str = "", status: int = 200
) -> HttpResponse:
    """Return a page of the desk; `tab` is the entry of the menu it belongs to."""
    actor: Actor = request.actor
    shown = {
        "tab": tab,
        "q": "",
        "unit": unit_name(actor.posts[0].unit_id) if actor.posts else "",
        "at_counter": bool(actor.posts_as(Role.COUNTER)),
        "operates": bool(actor.posts_as(Role.OPERATOR)),
        "handles": any(post.role in HANDLING for post in actor.posts),
        "leads": bool(actor.posts_as(Role.LEADER) or actor.posts_as(Role.DIRECTOR)),
        "counts_money": any(post.role in COUNTING for post in actor.posts),
        "board_url": board_url(),
        "handles_petitions": any(actor.posts_as(role) for role in HANDLERS),
        "supports": bool(actor.posts_as(Role.OPERATOR) or actor.posts_as(Role.UNIT_ADMIN)),
        "reads_reports": any(post.role not in TECHNICAL for post in actor.posts),
        "administers": bool(actor.posts_as(Role.UNIT_ADMIN)),
        "arranges": _runs_a_centre(actor),
        **context,
    }
    return render(request, f"desk/{name}.jinja", shown, status=status)


def _runs_a_centre(actor: Actor) -> bool:
    """Say whether one of the units administered receives citizens."""
    own = {post.unit_id for post in actor.posts_as(Role.UNIT_ADMIN)}
    return bool(own) and any(centre.id in own for centre in units.one_stops())


def board_url() -> str:
    """Return where today's figures are, "" while nobody serves them."""
    try:
        return reverse("board:today")
    except NoReverseMatch:
        return ""


def dossier_for(actor: Actor, code: str) -> DossierCard:
    """Return the dossier if the actor's units have to do with it. Raises NotFound."""
    shown = card(code)
    if not may_see(actor, shown):
        raise NotFound
    return shown


def log(actor: Actor, page: str, codes: list[str], *, purpose: str = "handling") -> None:
    """Write down whose dossiers an official has just looked at."""
    log_view(actor=actor, at=clock.now(), page=f"desk/{page}", purpose=purpose, subjects=codes)
