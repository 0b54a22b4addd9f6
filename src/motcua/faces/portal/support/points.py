# SPDX-License-Identifier: Apache-2.0
"""Support points by commune, and whether each is open now."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domains.support.queries import points as queries
from motcua.domains.support.queries.points import PointCard, Standing
from motcua.domains.units import queries as units
from motcua.faces.design.rendered import SHELF, answer
from motcua.faces.design.served_places import PLACES
from motcua.faces.design.titles import active
from motcua.faces.design.units import unit_name
from motcua.faces.portal.screens import by_official, public_page
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.kit.guards import public


@public
@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """List the points of one commune or of all, at most a minute old."""
    chosen = request.GET.get("xa", "")
    commune = chosen if chosen.isascii() and units.commune(chosen[:5]) else ""
    official = by_official(request)
    key = ("points", active(), commune, official)
    return answer(request, SHELF.get(key, lambda: _page(commune, clock.now(), official)))


def _page(commune: str, at: datetime, official: bool) -> str:
    on = at.astimezone(VN).date()
    listed = queries.points(on=on, commune_code=commune)
    names = dict(PLACES.communes(""))
    grouped: dict[str, list[dict[str, Any]]] = {}
    for card in listed:
        place = names.get(card.commune_code, card.commune_code)
        grouped.setdefault(place, []).append(_shown(card, at))
    communes = list(names.items())
    context = {"groups": grouped, "communes": communes, "chosen": commune, "at": at}
    return public_page("support/points", context, official=official, tab="points")


def _shown(card: PointCard, at: datetime) -> dict[str, Any]:
    standing = queries.standing(card, at)
    return {
        "card": card,
        "unit": unit_name(card.unit_id),
        "standing": standing,
        "words": _words(standing, at.astimezone(VN).date()),
        "week": [
            (weekday(day), card.days[str(day)]) for day in range(1, 8) if str(day) in card.days
        ],
    }


def _words(standing: Standing, today: date) -> str:
    if standing.open_until is not None:
        return gettext("Open now, until %(time)s") % {"time": f"{standing.open_until:%H:%M}"}
    if standing.opens_at is None:
        return gettext("Closed")
    opens = standing.opens_at
    when = f"{opens:%H:%M}" if opens.date() == today else f"{opens:%H:%M %d/%m/%Y}"
    return gettext("Opens %(time)s") % {"time": when}


def weekday(number: int) -> str:
    """Return the name of a weekday, 1 Monday to 7 Sunday."""
    names = (
        gettext("Monday"), gettext("Tuesday"), gettext("Wednesday"), gettext("Thursday"),
        gettext("Friday"), gettext("Saturday"), gettext("Sunday"),
    )  # fmt: skip
    return names[number - 1]
