# SPDX-License-Identifier: Apache-2.0
"""Reads posted forms of the desk into the values of acts; what cannot be read is a clear fault."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy

from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.kit.idempotency import repeated
from motcua.kit.wording import TextUnclean
from motcua.rules.errors import RuleError
from motcua.rules.worktime import Limit, parse_limit

UNREADABLE = ("\ufffd", "\x00")  # what Django puts where bytes were no UTF-8; no column takes zero
FIRST_YEAR, LAST_YEAR = 2000, 2099


class FormBroken(Fault):
    """The form lost its key or was changed on the way."""

    status = 400
    sentence = gettext_lazy("The form is incomplete. Open the page again.")


class DateUnreadable(Fault):
    """A date was not written as expected."""

    sentence = gettext_lazy("Write the date as day/month/year, for example 25/12/2026.")


class TimeUnreadable(Fault):
    """A time of day was not written as expected."""

    sentence = gettext_lazy("Write the time as hours:minutes, for example 16:30.")


class UnknownUnit(Fault):
    """A chosen unit does not exist."""

    sentence = gettext_lazy("One of the chosen units does not exist. Choose again.")


class AnswerMissing(Fault):
    """A question of two answers got none."""

    sentence = gettext_lazy("Say whether your unit agrees.")


def by(request: HttpRequest) -> By:
    """Return who acts under which command key. Raises FormBroken."""
    form = request.POST
    try:
        key = UUID(form.get("key", ""))
        seen = int(form["seen"]) if "seen" in form else None
    except ValueError as error:
        raise FormBroken from error
    return By(request.actor, clock.now(), key, seen)


def is_repeated(by: By) -> bool:
    """Say whether this very command was carried out before. Raises KeyReused."""
    return repeated(key=by.key, actor=by.actor) is not None


def text(form: QueryDict, name: str) -> str:
    """Return what was typed. Raises TextUnclean for bytes that were no text."""
    typed = form.get(name, "")
    if any(sign in typed for sign in UNREADABLE):
        raise TextUnclean
    return typed


def day(form: QueryDict, name: str) -> date:
    """Return a date of this century written dd/MM/yyyy. Raises DateUnreadable."""
    try:
        read = datetime.strptime(form.get(name, "").strip(), "%d/%m/%Y").replace(tzinfo=VN).date()
    except ValueError as error:
        raise DateUnreadable from error
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise DateUnreadable
    return read


def moment(form: QueryDict, on: str, at: str) -> datetime:
    """Return date and time of day in Vietnam's time. Raises DateUnreadable, TimeUnreadable."""
    read = day(form, on)
    try:
        clock_time = time.fromisoformat(form.get(at, "").strip())
    except ValueError as error:
        raise TimeUnreadable from error
    return datetime.combine(read, clock_time.replace(tzinfo=None), VN)


def unit_ids(form: QueryDict, name: str) -> list[int]:
    """Return the units chosen under one name. Raises FormBroken, UnknownUnit."""
    chosen = [_number(value) for value in form.getlist(name)]
    try:
        return [units.agency(unit_id).id for unit_id in chosen]
    except NotFound as error:
        raise UnknownUnit from error


def number(form: QueryDict, name: str) -> int:
    """Return the one number posted under a name. Raises FormBroken."""
    return _number(form.get(name, ""))


def _number(text_: str) -> int:
    if not (text_.isascii() and text_.isdigit() and len(text_) < 19):
        raise FormBroken
    return int(text_)


def yes_or_no(form: QueryDict, name: str) -> bool:
    """Return the chosen answer. Raises AnswerMissing."""
    if form.get(name) not in ("yes", "no"):
        raise AnswerMissing
    return form.get(name) == "yes"


def limit(form: QueryDict, name: str) -> Limit:
    """Return a time limit such as `3wd`. Raises FormBroken."""
    try:
        return parse_limit(form.get(name, ""))
    except RuleError as error:
        raise FormBroken from error
