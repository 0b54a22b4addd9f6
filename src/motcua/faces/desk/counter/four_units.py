# SPDX-License-Identifier: Apache-2.0
"""The four units of a dossier at the counter: help, receipt, competence, return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.support.queries import points
from motcua.domains.units import queries as units
from motcua.faces.desk import posted
from motcua.faces.desk.naming import name_of, unit_name
from motcua.kit import clock
from motcua.kit.access import NotPermitted, Role

RECEIVING: Final = "at:counter"
COMPETENT: Final = "at:unit"
RETURN: Final = "at:return"
SUPPORT: Final = "at:support"
POINT: Final = "point:"


@dataclass(frozen=True, slots=True)
class FourUnits:
    """The chosen units; whether each may be what it is said to be is the act's to say."""

    receiving_id: int
    competent_id: int
    return_id: int | None
    support_id: int | None
    support_point_id: int | None = None


def chosen(request: HttpRequest) -> FourUnits:
    """Return the chosen units. Raises FormBroken, UnknownUnit, NotPermitted."""
    form = request.POST
    receiving_id = posted.number(form, RECEIVING)
    if request.actor.post(Role.COUNTER, receiving_id) is None:
        raise NotPermitted
    competent = posted.unit_ids(form, COMPETENT)
    if len(competent) != 1:
        raise posted.FormBroken
    return FourUnits(receiving_id, competent[0], _optional(request, RETURN), *_support(request))


def _support(request: HttpRequest) -> tuple[int | None, int | None]:
    """Return the unit that helped, and its support point if one was chosen.

    Raises FormBroken, UnknownUnit.
    """
    typed = request.POST.get(SUPPORT, "")
    if not typed.startswith(POINT):
        return _optional(request, SUPPORT), None
    known = {f"{POINT}{card.id}": card for card in points.points(on=clock.today())}
    if typed not in known:
        raise posted.UnknownUnit
    return known[typed].unit_id, known[typed].id


def _support_units() -> list[tuple[str, str]]:
    """Return everything that may have helped: the centres, then the support points."""
    centres = [(str(card.id), name_of(card)) for card in units.one_stops()]
    helping = points.points(on=clock.today())
    return centres + [(f"{POINT}{card.id}", f"{card.name}, {card.address}") for card in helping]


def _optional(request: HttpRequest, name: str) -> int | None:
    return posted.unit_ids(request.POST, name)[0] if request.POST.get(name) else None


def offered(request: HttpRequest, version: Version) -> dict[str, Any]:
    """Return what the form lets choose from; the unit that our counter serves is chosen."""
    counters = [post.unit_id for post in request.actor.posts_as(Role.COUNTER)]
    cards = procedures.competent_units(version.code, clock.today())
    near = next((card.id for card in cards if card.one_stop_id in counters), None)
    only = cards[0].id if len(cards) == 1 else near
    form = request.POST
    return {
        "counters": [(str(unit_id), unit_name(unit_id)) for unit_id in counters],
        "counter": form.get(RECEIVING, ""),
        "units": [(str(card.id), name_of(card)) for card in cards],
        "chosen_unit": form.get(COMPETENT) or str(only or ""),
        "centres": [(str(card.id), name_of(card)) for card in units.one_stops()],
        "helpers": _support_units(),
        "return_unit": form.get(RETURN, ""),
        "support_unit": form.get(SUPPORT, ""),
    }
