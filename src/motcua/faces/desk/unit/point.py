# SPDX-License-Identifier: Apache-2.0
"""One support point: its hours, who is on duty, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domains.people import queries as people
from motcua.domains.support.acts.change_hours import change_hours
from motcua.domains.support.acts.close_support_point import close_support_point
from motcua.domains.support.acts.set_duty import Duty, set_duty
from motcua.domains.support.queries import points as queries
from motcua.domains.support.queries.points import PointCard
from motcua.faces.desk import posted
from motcua.faces.desk.screens import log
from motcua.faces.desk.unit import frame
from motcua.faces.desk.unit.points import days, weekdays
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from motcua.kit.faults import Fault, NotFound
from motcua.kit.guards import role_required

LINES = 4


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def point(request: HttpRequest, point_id: int) -> HttpResponse:
    """Show one point of the reader's unit; POST does one act on it."""
    shown = _own(request.actor, point_id)
    act = {"hours": _hours, "duty": _duty, "close": _close}.get(request.POST.get("act", ""))
    if act is None:
        return _show(request, shown)
    try:
        act(request, point_id)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return _show(request, shown, fault=str(fault), status=fault.status)
    return HttpResponseRedirect(reverse("desk:unit_point", args=[point_id]), status=303)


def _own(actor: Actor, point_id: int) -> PointCard:
    """Return the point if the reader administers its unit. Raises NotFound."""
    shown = queries.point(point_id, on=clock.today())
    if actor.post(Role.UNIT_ADMIN, shown.unit_id) is None:
        raise NotFound
    return shown


def _hours(request: HttpRequest, point_id: int) -> None:
    day = posted.day(request.POST, "from")
    by = posted.by(request)
    change_hours(by=by, point_id=point_id, days=days(request.POST), valid_from=day)


def _duty(request: HttpRequest, point_id: int) -> None:
    form = request.POST
    on = posted.day(form, "on")
    set_duty(by=posted.by(request), point_id=point_id, on=on, duties=list(_duties(form)))


def _duties(form: QueryDict) -> Iterator[Duty]:
    """Yield the lines in which somebody was chosen. Raises TimeUnreadable."""
    for line in range(LINES):
        if form.get(f"who.{line}", ""):
            starts, ends = _time(form, f"starts.{line}"), _time(form, f"ends.{line}")
            yield Duty(posted.number(form, f"who.{line}"), starts, ends)


def _time(form: QueryDict, name: str) -> time:
    try:
        return time.fromisoformat(form.get(name, "").strip()).replace(tzinfo=None)
    except ValueError as error:
        raise posted.TimeUnreadable from error


def _close(request: HttpRequest, point_id: int) -> None:
    day = posted.day(request.POST, "to")
    close_support_point(by=posted.by(request), point_id=point_id, valid_to=day)


def _show(
    request: HttpRequest, shown: PointCard, *, fault: str = "", status: int = 200
) -> HttpResponse:
    today = clock.today()
    roster = queries.roster(shown.id, first=today)
    names = people.names_of({line.account_id for line in roster})
    log(request.actor, "unit_point", [f"support_point:{shown.id}"], purpose="administering")
    colleagues = {
        str(card.account_id): card.full_name for card in people.holders(shown.unit_id, on=today)
    }
    context = {
        "shown": shown, "weekdays": weekdays(), "today": today, "lines": range(LINES),
        "colleagues": list(colleagues.items()),
        "roster": [
            (on, [(line, names.get(line.account_id, "")) for line in held])
            for on, held in groupby(roster, key=lambda line: line.on)
        ],
    }  # fmt: skip
    return frame.page(request, "point", shown.unit_id, context, fault=fault, status=status)
