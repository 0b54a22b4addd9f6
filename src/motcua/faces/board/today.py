# SPDX-License-Identifier: Apache-2.0
"""Today's figures of the province and of each unit, from the counted days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domains.quality import queries as quality
from motcua.domains.quality.queries import Figures
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.faces.board.chart import Chart, bars
from motcua.faces.design.formats import number_vn
from motcua.faces.design.rendered import SHELF, answer
from motcua.faces.design.titles import active
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.kit.guards import public

SHOWN_DAYS = 7
NOTHING = Figures(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: its figures of today, and its share on time over the days shown."""

    name: str
    today: Figures
    share: str


class PetitionWeek(NamedTuple):
    """Petitions received, those no clock of which was missed, and the others."""

    received: int
    on_time: int
    late: int


@public
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show the figures, the same for everybody, at most a minute old."""
    on = clock.today()
    return answer(request, SHELF.get(("board", active(), on), lambda: _page(on)))


def _page(on: date) -> str:
    first = on - timedelta(days=SHOWN_DAYS - 1)
    days = quality.by_day(first=first, last=on)
    week = quality.figures(first=first, last=on)
    context = {
        "on": on,
        "first": first,
        "today": days.get(on, NOTHING),
        "share_today": share(days.get(on, NOTHING)),
        "week": week,
        "share_week": share(week),
        "charts": list(_charts(days, first)),
        "rows": list(_rows(first, on)),
        "petitions": _petitions(first, on),
    }
    return render_to_string("board/today.jinja", context)


def share(of: Figures) -> str:
    """Return which part was decided in time, as percent; a dash when nothing was decided."""
    if not of.ended:
        return "–"
    percent = number_vn(100 * of.ended_on_time / of.ended, 1).removesuffix(",0")
    return f"{percent}%"


def _charts(days: dict[date, Figures], first: date) -> Iterator[tuple[str, Chart]]:
    shown = [first + timedelta(days=number) for number in range(SHOWN_DAYS)]
    titles = {
        "submitted": gettext("Submitted"),
        "ended": gettext("Decided"),
        "returned": gettext("Results returned"),
    }
    for name, title in titles.items():
        numbers = [(f"{day:%d/%m}", getattr(days.get(day, NOTHING), name)) for day in shown]
        yield title, bars(numbers)


def _petitions(first: date, on: date) -> PetitionWeek:
    """Return the petitions filed in the days shown, judged at this moment."""
    found = quality.petition_figures(
        first_at=datetime.combine(first, time(), VN), last_at=clock.now()
    )
    return PetitionWeek(found.petitions, found.on_time, found.petitions - found.on_time)


def _rows(first: date, on: date) -> Iterator[UnitRow]:
    """Yield the units with something counted, in Vietnamese order, the province before communes."""
    now, week = quality.by_unit(first=on, last=on), quality.by_unit(first=first, last=on)
    for card in units.agencies():
        if card.id in week:
            yield UnitRow(_name(card), now.get(card.id, NOTHING), share(week[card.id]))


def _name(card: AgencyCard) -> str:
    return card.name_en if active() == "en" and card.name_en else card.name_vi
