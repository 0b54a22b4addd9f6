# SPDX-License-Identifier: Apache-2.0
"""Reads posted forms of the desk into the values of acts; what cannot be read is a clear fault."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.ledger import By
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.rules.errors import RuleError
from motcua.rules.worktime import Limit, parse_limit


class FormBroken(Fault):
    """The form lost its key or was changed on the way."""

    status = 400
    sentence = gettext_lazy("The form is incomplete. Open the page again.")


class DateUnreadable(Fault):
    """A date was not written as expected."""

    sentence = gettext_lazy("Write the date as day/month/year, for example 25/12/2026.")


def by(request: HttpRequest) -> By:
    """Return who acts under which command key. Raises FormBroken."""
    form = request.POST
    try:
        key = UUID(form.get("key", ""))
        seen = int(form["seen"]) if "seen" in form else None
    except ValueError as error:
        raise FormBroken from error
    return By(request.actor, clock.now(), key, seen)


def day(form: QueryDict, name: str) -> date:
    """Return a date written dd/MM/yyyy. Raises DateUnreadable."""
    try:
        return datetime.strptime(form.get(name, "").strip(), "%d/%m/%Y").replace(tzinfo=VN).date()
    except ValueError as error:
        raise DateUnreadable from error


def moment(form: QueryDict, on: str, at: str) -> datetime:
    """Return date and time of day in Vietnam's time. Raises DateUnreadable."""
    try:
        return datetime.combine(day(form, on), time.fromisoformat(form.get(at, "")), VN)
    except ValueError as error:
        raise DateUnreadable from error


def numbers(form: QueryDict, name: str) -> list[int]:
    """Return the ids chosen under one name. Raises FormBroken."""
    try:
        return [int(value) for value in form.getlist(name)]
    except ValueError as error:
        raise FormBroken from error


def number(form: QueryDict, name: str) -> int:
    """Return one id. Raises FormBroken."""
    found = numbers(form, name)
    if len(found) != 1:
        raise FormBroken
    return found[0]


def limit(form: QueryDict, name: str) -> Limit:
    """Return a time limit such as `3wd`. Raises FormBroken."""
    try:
        return parse_limit(form.get(name, ""))
    except RuleError as error:
        raise FormBroken from error
