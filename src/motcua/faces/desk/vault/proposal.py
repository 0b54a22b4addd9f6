# SPDX-License-Identifier: Apache-2.0
"""The form of a paper's record: filled with what is filed, else with what the machine read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from motcua.domains.vault.queries import OwnPaper, ReadingCard
from motcua.domains.vault.record import Record
from motcua.faces.desk import posted
from motcua.faces.desk.posted import DateUnreadable
from motcua.kit.clock import VN

TEXTS: Final = (
    ("owner_name", gettext_lazy("Name on the paper"), 200),
    ("number_symbol", gettext_lazy("Number and symbol"), 60),
    ("abstract", gettext_lazy("What it is about"), 500),
    ("issuer", gettext_lazy("Issued by"), 300),
    ("signer", gettext_lazy("Signer"), 200),
    ("scope", gettext_lazy("Where it is valid"), 200),
)
DATES: Final = ("issued_on", "valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Values by field, dates as dd/MM/yyyy; `machine` names those that nobody has confirmed."""

    values: Mapping[str, str]
    machine: frozenset[str]


def proposal(one: OwnPaper, reading: ReadingCard | None) -> Proposal:
    """Return what to put into the form; a person's word goes before the machine's."""
    values = {name: str(getattr(one, name)) for name, _, _ in TEXTS}
    values |= {name: _shown(getattr(one, name)) for name in DATES}
    values["permanent"] = "on" if one.permanent else ""
    machine = set()
    for name, value in reading.fields if reading else ():
        if name in values and not values[name]:
            values[name] = as_read(name, value)
            machine.add(name)
    return Proposal(values, frozenset(machine))


def as_read(name: str, value: str) -> str:
    """Return what the machine read as people write it."""
    is_day = name in DATES or name == "birth_on"
    return _shown(date.fromisoformat(value)) if is_day else value


def _shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def read(form: QueryDict) -> Record:
    """Return the record as it was typed. Raises DateUnreadable, TextUnclean."""
    texts = {name: posted.text(form, name) for name, _, _ in TEXTS}
    days = {name: _day(posted.text(form, name)) for name in DATES}
    return Record(**texts, **days, permanent=form.get("permanent") == "on")


def _day(typed: str) -> date | None:
    """Return a day of any century; how early or late it may be is the record's question."""
    if not typed.strip():
        return None
    try:
        return datetime.strptime(typed.strip(), "%d/%m/%Y").replace(tzinfo=VN).date()
    except ValueError as error:
        raise DateUnreadable from error
