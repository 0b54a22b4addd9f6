# SPDX-License-Identifier: Apache-2.0
"""How the unit divides the promised time of a procedure, and to whom each step falls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domains.people import queries as people
from motcua.domains.procedures import queries
from motcua.domains.procedures.acts.name_step_officer import StepName, name_step_officer
from motcua.domains.procedures.acts.set_step_hours import NewHours, set_step_hours
from motcua.domains.procedures.queries import UnitSteps
from motcua.domains.units import queries as units
from motcua.faces.desk import posted
from motcua.faces.desk.naming import role_words
from motcua.faces.desk.unit import frame
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from motcua.kit.guards import role_required
from motcua.rules.words import fold

SHOWN = 60
FIND_MOST = 100
MINUTES_DIGITS = 6
HOUR = 60


class HoursUnreadable(Fault):
    """Something else than hours stands in a field."""

    sentence = gettext_lazy("Write the hours of each step as a number, for example 4 or 1,5.")


@role_required(Role.UNIT_ADMIN)
@require_safe
def steps(request: HttpRequest) -> HttpResponse:
    """List the procedures of the unit that fit what was typed."""
    unit_id, today = frame.unit_of(request), clock.today()
    find = request.GET.get("find", "").replace("\x00", "")[:FIND_MOST]
    listed = list(_found(unit_id, find, today))
    context = {"find": find, "listed": listed[:SHOWN], "more": len(listed) > SHOWN}
    return frame.page(request, "steps", unit_id, context, fault="", status=200)


def _found(unit_id: int, find: str, today: date) -> Iterator[tuple[str, Any]]:
    wanted = fold(find).split()
    for code in queries.procedures_of(unit_id, today):
        spans = [span for span in queries.history(code) if span.holds_on(today)]
        if spans:
            text = fold(f"{code} {spans[0].title_vi} {spans[0].title_en}")
            if all(word in text for word in wanted):
                yield code, spans[0].title


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def procedure(request: HttpRequest, procedure: str) -> HttpResponse:
    """Show the steps of one procedure; POST lays down hours, or names an officer."""
    unit_id = frame.unit_of(request)
    act = {"hours": _hours, "usual": _usual, "officer": _officer}.get(request.POST.get("act", ""))
    if act is None:
        return _show(request, unit_id, procedure)
    try:
        act(request, unit_id, procedure)
    except posted.FormBroken:
        raise
    except Fault as fault:
        return _show(request, unit_id, procedure, fault=str(fault), status=fault.status)
    address = reverse("desk:unit_procedure", args=[procedure])
    return HttpResponseRedirect(f"{address}?{urlencode({'unit': unit_id})}", status=303)


def _hours(request: HttpRequest, unit_id: int, code: str) -> None:
    known = queries.unit_steps(unit_id, code, clock.today())
    minutes = {step.name: _minutes(request.POST.get(f"h.{step.name}", "")) for step in known.steps}
    _lay_down(request, unit_id, code, minutes)


def _usual(request: HttpRequest, unit_id: int, code: str) -> None:
    _lay_down(request, unit_id, code, {})


def _lay_down(request: HttpRequest, unit_id: int, code: str, minutes: dict[str, int]) -> None:
    by = posted.by(request)
    hours = NewHours(
        unit_id=unit_id, procedure_code=code, minutes=minutes,
        valid_from=posted.day(request.POST, "from"),
    )  # fmt: skip
    set_step_hours(actor=by.actor, at=by.at, key=by.key, hours=hours)


def _minutes(text: str) -> int:
    written = text.strip().replace(",", ".")
    whole, _, part = written.partition(".")
    digits = whole + part
    if not (digits.isascii() and digits.isdigit() and whole) or len(digits) > MINUTES_DIGITS:
        raise HoursUnreadable
    return round(float(written) * HOUR)


def _officer(request: HttpRequest, unit_id: int, code: str) -> None:
    by, form = posted.by(request), request.POST
    chosen = form.get("account", "")
    named = StepName(
        unit_id=unit_id, procedure_code=code, step=form.get("step", "")[:FIND_MOST],
        account_id=posted.number(form, "account") if chosen else None, valid_from=clock.today(),
    )  # fmt: skip
    name_step_officer(actor=by.actor, at=by.at, key=by.key, named=named)


def _show(
    request: HttpRequest, unit_id: int, code: str, *, fault: str = "", status: int = 200
) -> HttpResponse:
    today = clock.today()
    known = queries.unit_steps(unit_id, code, today)
    tomorrow = today + timedelta(days=1)
    context = {
        "known": known, "rows": _rows(request, known, unit_id, today), "tomorrow": tomorrow,
        "sum_hours": hours_words(sum(known.minutes.values())),
        "most_hours": hours_words(known.most_minutes) if known.most_minutes else "",
        "periods": [
            (one, {name: hours_words(held) for name, held in one.minutes.items()})
            for one in known.periods
        ],
        "titles": {step.name: step.title for step in known.steps},
    }  # fmt: skip
    return frame.page(request, "procedure", unit_id, context, fault=fault, status=status)


def _rows(
    request: HttpRequest, known: UnitSteps, unit_id: int, today: date
) -> list[dict[str, Any]]:
    code = known.version.code
    named = queries.step_officers(unit_id, code, today)
    return [
        {
            "step": step,
            "role": role_words(step.role or Role.COUNTER),
            "usual": hours_words(step.minutes or 0),
            "value": request.POST.get(f"h.{step.name}") or hours_words(known.minutes[step.name]),
            "officer": str(named.get(step.name, "")),
            "able": _able(unit_id, step.role or Role.COUNTER.value, today),
            "key": uuid4(),
        }
        for step in known.steps
    ]


def _able(unit_id: int, role: str, today: date) -> list[tuple[str, str]]:
    """Return who may do a step: the unit's people in the role, or those of its counter."""
    where = dict.fromkeys([unit_id, units.agency(unit_id).one_stop_id or unit_id])
    cards = [card for one in where for card in people.holders(one, on=today, role=role)]
    return [(str(card.account_id), card.full_name) for card in cards]


def hours_words(minutes: int) -> str:
    """Return working minutes as hours with at most two decimals, a comma between."""
    return f"{minutes / HOUR:.2f}".rstrip("0").rstrip(".").replace(".", ",")
