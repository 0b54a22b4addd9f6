# SPDX-License-Identifier: Apache-2.0
"""What the menu of the desk offers a reader: no more than the posts held need."""

from __future__ import annotations

from typing import Any, Final

from django.urls import NoReverseMatch, reverse

from motcua.domains.support.commands import HANDLERS
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, Role

TECHNICAL: Final = frozenset({Role.OPERATOR, Role.CONFIGURATOR})
HANDLING: Final = frozenset({Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK})
COUNTING: Final = frozenset({Role.COUNTER, Role.LEADER, Role.DIRECTOR, Role.UNIT_ADMIN})
CONSULTED: Final = frozenset({Role.SPECIALIST, Role.LEADER})
HOMES: Final = (
    (HANDLING, "desk:inbox"),
    (frozenset({Role.DIRECTOR}), "desk:reports"),
    (frozenset({Role.UNIT_ADMIN}), "desk:unit_people"),
    (frozenset({Role.OPERATOR}), "desk:support"),
)


def menu(actor: Actor) -> dict[str, Any]:
    """Return what the layout asks about its reader."""
    roles = {post.role for post in actor.posts}
    return {
        "home": home(actor),
        "at_counter": Role.COUNTER in roles,
        "handles": bool(roles & HANDLING),
        "is_consulted": bool(roles & CONSULTED),
        "operates": Role.OPERATOR in roles,
        "leads": bool(roles & {Role.LEADER, Role.DIRECTOR}),
        "counts_money": bool(roles & COUNTING),
        "board_url": board_url(),
        "handles_petitions": bool(roles & set(HANDLERS)),
        "supports": bool(roles & {Role.OPERATOR, Role.UNIT_ADMIN}),
        "reads_reports": bool(roles - TECHNICAL),
        "administers": Role.UNIT_ADMIN in roles,
        "arranges": _runs_a_centre(actor),
    }


def home(actor: Actor) -> str:
    """Return the route of the page on which somebody's work begins."""
    roles = {post.role for post in actor.posts}
    return next((route for wanted, route in HOMES if roles & wanted), "desk:inbox")


def board_url() -> str:
    """Return where today's figures are, "" while nobody serves them."""
    try:
        return reverse("board:today")
    except NoReverseMatch:
        return ""


def _runs_a_centre(actor: Actor) -> bool:
    """Say whether one of the units administered receives citizens."""
    own = {post.unit_id for post in actor.posts_as(Role.UNIT_ADMIN)}
    return bool(own) and any(centre.id in own for centre in units.one_stops())
