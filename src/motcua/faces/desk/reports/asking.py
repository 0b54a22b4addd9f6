# SPDX-License-Identifier: Apache-2.0
"""What a report is asked for: period, breakdown, and the units its reader answers for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from motcua.domains.quality.queries.statistics import Scope
from motcua.faces.desk import posted
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotFound

LONGEST_DAYS: Final = 3 * 366
WORKING: Final = frozenset(
    {Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK, Role.UNIT_ADMIN}
)
BREAKDOWNS: Final = {
    "unit": gettext_lazy("Unit"),
    "field": gettext_lazy("Field"),
    "procedure": gettext_lazy("Procedure"),
    "officer": gettext_lazy("Officer"),
    "channel": gettext_lazy("Way of submission"),
}


class PeriodBackwards(Fault):
    """The period ends before it begins."""

    sentence = gettext_lazy("The last day of the period lies before the first.")


class PeriodTooLong(Fault):
    """More days than a report is made for."""

    sentence = gettext_lazy("Choose a period of three years at most.")


@dataclass(frozen=True, slots=True)
class Question:
    """A report as its reader asked for it."""

    first: date
    last: date
    by: str
    whole_province: bool
    scope: Scope

    def query(self, **more: str) -> str:
        """Return the question as the query of an address."""
        return urlencode(
            {"from": f"{self.first:%d/%m/%Y}", "to": f"{self.last:%d/%m/%Y}", "by": self.by, **more}
        )


def asked(actor: Actor, form: QueryDict, now: datetime) -> Question:
    """Return what is asked; without a period, the month that is running.

    Raises NotPermitted, DateUnreadable, PeriodBackwards, PeriodTooLong.
    """
    first, last = _period(form, now)
    director = bool(actor.posts_as(Role.DIRECTOR))
    mine = units_of(actor)
    if not director and not mine:
        raise NotPermitted
    by = form.get("by", "unit")
    scope = Scope(first, last, now, None if director else mine)
    return Question(first, last, by if by in BREAKDOWNS else "unit", director, scope)


def asked_or_month(actor: Actor, form: QueryDict, now: datetime) -> tuple[Question, Fault | None]:
    """Return what is asked for; of the running month, with the fault, if no period can be read.

    Raises NotPermitted.
    """
    try:
        return asked(actor, form, now), None
    except (posted.DateUnreadable, PeriodBackwards, PeriodTooLong) as fault:
        rest = form.copy()
        rest.pop("from", None)
        rest.pop("to", None)
        return asked(actor, rest, now), fault


def units_of(actor: Actor) -> tuple[int, ...]:
    """Return the units whose dossiers the actor works on."""
    return tuple(sorted({post.unit_id for post in actor.posts if post.role in WORKING}))


def _period(form: QueryDict, now: datetime) -> tuple[date, date]:
    today = now.astimezone(VN).date()
    first = posted.day(form, "from") if form.get("from") else today.replace(day=1)
    last = posted.day(form, "to") if form.get("to") else max(first, today)
    if last < first:
        raise PeriodBackwards
    if (last - first).days > LONGEST_DAYS:
        raise PeriodTooLong
    return first, last


def one_of(choices: Mapping[str, object], value: str) -> str:
    """Return the value if it is one of the choices. Raises NotFound."""
    if value not in choices:
        raise NotFound
    return value
