# SPDX-License-Identifier: Apache-2.0
"""Money by agency, day and cashier, for the units of its reader; as a page and as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domains.payments import queries as payments
from motcua.domains.payments.queries import MoneyLine
from motcua.domains.people.queries.names import names_by_code
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.reports.files import table_file
from motcua.faces.desk.screens import log, screen
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from motcua.kit.guards import role_required

READERS = (Role.COUNTER, Role.LEADER, Role.DIRECTOR, Role.UNIT_ADMIN)
DECIDERS = (Role.LEADER, Role.UNIT_ADMIN, Role.DIRECTOR, Role.OPERATOR)
DAYS_MOST = 92
Row = tuple[date, str, str, str, str, int, int, int, int, int]


def units_of(actor: Actor) -> tuple[int, ...]:
    """Return the units whose money the actor may read."""
    return tuple({post.unit_id for post in actor.posts if post.role in READERS})


@role_required(*READERS)
@require_safe
def report(request: HttpRequest) -> HttpResponseBase:
    """Show what came and went in a period, at most three months of it."""
    first_on, last_on = _period(request)
    lines = payments.money(first_on, last_on, units_of(request.actor))
    rows = list(_rows(lines))
    if request.GET.get("format") == "csv":
        dated = ((row[0].isoformat(), *row[1:]) for row in rows)
        name = f"thu-phi_{first_on}_{last_on}"
        return table_file("csv", name, gettext("Money"), columns(), dated)
    refunds = payments.refunds_waiting(units_of(request.actor))
    if refunds:
        log(request.actor, "money", [one.dossier_code for one in refunds])
    context = {
        "rows": rows,
        "totals": [sum(row[column] for row in rows) for column in range(5, 10)],
        "columns": columns(),
        "first_on": first_on,
        "last_on": last_on,
        "refunds": refunds,
        "decides": any(request.actor.posts_as(role) for role in DECIDERS),
        "waiting": payments.count_differences(units_of(request.actor)),
    }
    return screen(request, "money/report", context, tab="money")


def columns() -> list[str]:
    """Return the headings of the report."""
    return [
        gettext("Day"), gettext("For the agency"), gettext("Taken at"), gettext("Cashier"),
        gettext("Way"), gettext("Receipts"), gettext("Amount"), gettext("of it fees"),
        gettext("of it charges"), gettext("Given back"),
    ]  # fmt: skip


def way_words(method: str) -> str:
    """Return how money came, in words."""
    words = {
        "cash": gettext("cash"),
        "online": gettext("online payment"),
        "transfer": gettext("bank transfer"),
    }
    return words.get(method, method)


def _rows(lines: Sequence[MoneyLine]) -> Iterator[Row]:
    names = names_by_code({line.cashier_code for line in lines})
    for line in lines:
        yield (
            line.day, unit_name(line.agency_id), unit_name(line.unit_id),
            names.get(line.cashier_code, "–"), way_words(line.method), line.receipts,
            line.amount_vnd, line.fee_vnd, line.charge_vnd, line.refunded_vnd,
        )  # fmt: skip


def _period(request: HttpRequest) -> tuple[date, date]:
    """Return the asked period; today when it is none."""
    today = clock.today()
    first_on, last_on = _day(request, "from", today), _day(request, "to", today)
    last_on = max(first_on, min(last_on, first_on + timedelta(days=DAYS_MOST)))
    return first_on, last_on


def _day(request: HttpRequest, name: str, default: date) -> date:
    parts = request.GET.get(name, "").replace("-", "/").split("/")
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day) if 2000 <= year <= 2099 else default
    except (ValueError, OverflowError):
        return default
