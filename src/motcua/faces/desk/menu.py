# SPDX-License-Identifier: Apache-2.0
"""What the menu of the desk offers a reader: no more than the posts held need."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

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
    (frozenset({Role.CONFIGURATOR}), "desk:days"),
)
KEPT: Final = 512  # menus: by roles, language and tab


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
        "configures": Role.CONFIGURATOR in roles,
        "arranges": _runs_a_centre(actor),
    }


def drawn(offered: dict[str, Any], tab: str) -> SafeString:
    """Return the menu of a reader with this tab marked: the same for all of the same roles."""
    return _drawn(translation.get_language(), tab, tuple(offered.items()))


@lru_cache(maxsize=KEPT)
def _drawn(language: str, tab: str, offered: tuple[tuple[str, Any], ...]) -> SafeString:
    with translation.override(language):
        return mark_safe(render_to_string("desk/_menu.jinja", {"tab": tab, **dict(offered)}))


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
