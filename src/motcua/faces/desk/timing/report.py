# SPDX-License-Identifier: Apache-2.0
"""Where the time of a unit's dossiers went, and what was saved against the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.domains.dossiers import day_values
from motcua.domains.dossiers.queries.savings import savings
from motcua.domains.dossiers.queries.timing import OfficerUse, StepUse, by_officer, by_step, stays
from motcua.domains.procedures import queries as procedures
from motcua.domains.quality.queries import received_codes
from motcua.faces.design.titles import both_text
from motcua.faces.desk import posted
from motcua.faces.desk.naming import minutes_words, unit_name
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required

MOST = 2_000
DEFAULT_DAYS = 30
LONGEST = timedelta(days=366)
READERS = (Role.LEADER, Role.DIRECTOR)


class PeriodWrong(Fault):
    """The days cannot be reported."""

    sentence = gettext_lazy("Choose a first and a last day in this order, at most a year apart.")


class StepLine(NamedTuple):
    """One step in words."""

    procedure: str
    step: str
    use: StepUse
    planned: str
    mean: str
    planned_percent: int | None
    used_percent: int | None


class OfficerLine(NamedTuple):
    """One officer in words."""

    use: OfficerUse
    used: str
    over: str
    past_due: str


@official_required
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Show the report of one unit that the reader leads. Raises NotPermitted."""
    actor, at = request.actor, clock.now()
    units = _led(actor)
    unit_id = _chosen(request.GET.get("unit", ""), units)
    fault, first, last = _period(request)
    codes = received_codes(unit_id, first=first, last=last, limit=MOST) if not fault else []
    found = list(stays(codes, at))
    log(actor, "time_report", codes, purpose="supervision")
    context = {
        "units": [(str(one), unit_name(one)) for one in units],
        "unit_id": str(unit_id),
        "first": first,
        "last": last,
        "fault": str(fault) if fault else "",
        "count": len(codes),
        "cut": len(codes) == MOST,
        "steps": list(_steps(by_step(found))),
        "officers": list(_officers(by_officer(found))),
        **_saved(codes, last),
    }
    status = fault.status if fault else 200
    return screen(request, "timing/report", context, tab="time_report", status=status)


def _led(actor: Actor) -> list[int]:
    units = sorted({post.unit_id for role in READERS for post in actor.posts_as(role)})
    if not units:
        raise NotPermitted
    return units


def _chosen(text: str, units: list[int]) -> int:
    return next((one for one in units if str(one) == text), units[0])


def _period(request: HttpRequest) -> tuple[Fault | None, date, date]:
    """Return the days asked for; the last thirty when none are, or when they are wrong."""
    last = clock.today()
    first = last - timedelta(days=DEFAULT_DAYS)
    if not request.GET.get("first") and not request.GET.get("last"):
        return None, first, last
    try:
        asked = posted.day(request.GET, "first"), posted.day(request.GET, "last")
        if not timedelta(0) <= asked[1] - asked[0] <= LONGEST:
            raise PeriodWrong
    except Fault as fault:
        return fault, first, last
    return None, *asked


def _steps(uses: list[StepUse]) -> Iterator[StepLine]:
    for use in uses:
        version = procedures.version(use.version_id)
        yield StepLine(
            both_text(version.title), both_text(version.workflow.steps[use.step].title), use,
            minutes_words(use.planned) if use.planned is not None else "–",
            minutes_words(use.mean), _percent(use.planned_share), _percent(use.used_share),
        )  # fmt: skip


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)


def _officers(uses: list[OfficerUse]) -> Iterator[OfficerLine]:
    for use in uses:
        yield OfficerLine(
            use, minutes_words(use.used), minutes_words(use.over), minutes_words(use.past_due)
        )


def _saved(codes: list[str], on: date) -> dict[str, Any]:
    """Return days and an estimate in dong; the value of a day is that of the last day."""
    sums, value = savings(codes), day_values.on(on)
    worth = round(sums.balance_days * value.vnd_per_day) if value else None
    return {"sums": sums, "value": value, "worth_vnd": worth}
