# SPDX-License-Identifier: Apache-2.0
"""The support points of the unit, and opening another one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from motcua.domains.support.acts.open_support_point import NewPoint, open_support_point
from motcua.domains.support.queries import points as queries
from motcua.domains.units import queries as units
from motcua.faces.design.served_places import PLACES
from motcua.faces.desk import posted
from motcua.faces.desk.unit import frame
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import role_required

HOURS_MOST = 100


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def points(request: HttpRequest) -> HttpResponse:
    """List the points of the unit; POST opens one."""
    return frame.answer(request, {"open": _open}, _show)


def _open(request: HttpRequest, unit_id: int) -> None:
    form = request.POST
    point = NewPoint(
        unit_id=unit_id, name=posted.text(form, "name"), address=posted.text(form, "address"),
        hamlet=posted.text(form, "hamlet"), commune_code=form.get("commune", "")[:5],
        phone=posted.text(form, "phone"), days=days(form), valid_from=posted.day(form, "from"),
    )  # fmt: skip
    open_support_point(by=posted.by(request), point=point)


def days(form: QueryDict) -> dict[int, str]:
    """Return the opening hours typed for each weekday."""
    return {day: form.get(f"d.{day}", "")[:HOURS_MOST] for day in range(1, 8)}


def weekdays() -> list[tuple[int, str]]:
    """Return the weekdays by number, Monday first."""
    names = (
        gettext("Monday"), gettext("Tuesday"), gettext("Wednesday"), gettext("Thursday"),
        gettext("Friday"), gettext("Saturday"), gettext("Sunday"),
    )  # fmt: skip
    return list(enumerate(names, start=1))


def _show(request: HttpRequest, unit_id: int, fault: str, status: int) -> HttpResponse:
    today = clock.today()
    context = {
        "listed": queries.own_points(unit_id, on=today), "weekdays": weekdays(), "today": today,
        "communes": PLACES.communes(""), "here": units.agency(unit_id).commune_code or "",
    }  # fmt: skip
    return frame.page(request, "points", unit_id, context, fault=fault, status=status)
