# SPDX-License-Identifier: Apache-2.0
"""Days off, and days worked in exchange: of all units, or of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, NamedTuple
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua.domains.units import queries as units
from motcua.domains.units.acts.change_calendar_day import Day, DayKind, change_calendar_day
from motcua.domains.units.queries import DayCard
from motcua.faces.design.units import name_of
from motcua.faces.desk import posted
from motcua.faces.desk.config import frame
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import screen
from motcua.faces.desk.unit.frame import own_units
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault
from motcua.kit.guards import role_required

AHEAD: Final = timedelta(days=400)
KINDS: Final[Mapping[str, Promise]] = {
    DayKind.HOLIDAY: gettext_lazy("Public holiday"),
    DayKind.OBSERVED: gettext_lazy("Day off for a holiday on a weekend"),
    DayKind.SWAP_OFF: gettext_lazy("Day off in exchange"),
    DayKind.SWAP_WORK: gettext_lazy("Day worked in exchange"),
    DayKind.PLAIN: gettext_lazy("As in a plain week"),
}


class DayLine(NamedTuple):
    """A day that differs, whom it concerns, and its kind in words."""

    card: DayCard
    kind: str
    whose: str


@role_required(Role.CONFIGURATOR, Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest) -> HttpResponse:
    """List the days to come that differ from the plain week; POST changes one."""
    return frame.answer(request, _change, _show)


def _change(request: HttpRequest) -> dict[str, str]:
    form, by = request.POST, posted.by(request)
    kind, unit = form.get("kind", ""), form.get("unit", "")
    if kind not in KINDS or unit not in dict(_units(request.actor)):
        raise posted.FormBroken
    day = Day(
        date=posted.day(form, "on"), kind=DayKind(kind), agency_id=int(unit) if unit else None,
        name_vi=posted.text(form, "name_vi"), name_en=posted.text(form, "name_en"),
        decision_no=posted.text(form, "decision"), note=posted.text(form, "note"),
    )  # fmt: skip
    change_calendar_day(actor=by.actor, at=by.at, key=by.key, day=day)
    return {}


def _show(request: HttpRequest, fault: Fault | None) -> HttpResponse:
    today, own = clock.today(), _units(request.actor)
    of_all = bool(request.actor.posts_as(Role.CONFIGURATOR))
    unit_ids = None if of_all else [int(unit_id) for unit_id, _ in own]
    listed = units.special_days(today, today + AHEAD, unit_ids=unit_ids)
    context = {
        "listed": [_line(one) for one in listed],
        "kinds": [(kind.value, str(words)) for kind, words in KINDS.items()],
        "units": own,
        "of_all": of_all,
        "typed": request.POST,
        "fault": str(fault) if fault else "",
        "done": "done" in request.GET,
        "key": uuid4(),
    }
    return screen(
        request, "config/days", context, tab="days", status=fault.status if fault else 200
    )


def _units(actor: Actor) -> list[tuple[str, str]]:
    """Return whose days the reader may change, as (number, name); "" means all units."""
    if actor.posts_as(Role.CONFIGURATOR):
        everyone = [(str(card.id), name_of(card)) for card in units.agencies()]
        return [("", gettext("All units of the province")), *everyone]
    return own_units(actor)


def _line(card: DayCard) -> DayLine:
    whose = unit_name(card.agency_id) if card.agency_id else gettext("All units of the province")
    return DayLine(card, str(KINDS[card.kind]), whose)
