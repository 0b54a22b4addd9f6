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
from motcua.kit.clock import VN
from motcua.kit.faults import Fault

TEXTS: Final = (
    ("owner_name", gettext_lazy("Name on the paper"), 200),
    ("number_symbol", gettext_lazy("Number and symbol"), 60),
    ("abstract", gettext_lazy("What it is about"), 500),
    ("issuer", gettext_lazy("Issued by"), 300),
    ("signer", gettext_lazy("Signer"), 200),
    ("scope", gettext_lazy("Where it is valid"), 200),
)
DATES: Final = (
    ("issued_on", gettext_lazy("Issued on")),
    ("valid_from", gettext_lazy("Valid from")),
    ("valid_until", gettext_lazy("Valid until")),
)
DAYS: Final = frozenset({"birth_on", *(name for name, _ in DATES)})


class DayUnreadable(Fault):
    """A day was not written as expected."""

    sentence = gettext_lazy("Write the date as day/month/year, for example 25/12/2026.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Values by field, dates as dd/MM/yyyy; `machine` names those that nobody has confirmed."""

    values: Mapping[str, str]
    machine: frozenset[str] = frozenset()


def proposal(one: OwnPaper, reading: ReadingCard | None) -> Proposal:
    """Return what to put into the form; a person's word goes before the machine's."""
    values = {name: str(getattr(one, name)) for name, _, _ in TEXTS}
    values |= {name: _shown(getattr(one, name)) for name, _ in DATES}
    values["permanent"] = "on" if one.permanent else ""
    machine = set()
    for name, value in reading.fields if reading else ():
        if name in values and not values[name]:
            values[name] = as_read(name, value)
            machine.add(name)
    return Proposal(values, frozenset(machine))


def as_read(name: str, value: str) -> str:
    """Return what the machine read as people write it."""
    return _shown(date.fromisoformat(value)) if name in DAYS else value


def _shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def read(form: QueryDict) -> Record:
    """Return the record as it was typed. Raises DayUnreadable."""
    texts = {name: form.get(name, "") for name, _, _ in TEXTS}
    days = {name: _day(form.get(name, "")) for name, _ in DATES}
    return Record(**texts, **days, permanent=form.get("permanent") == "on")


def typed(form: QueryDict) -> Proposal:
    """Return the form as it was sent, to be shown again after a refusal."""
    return Proposal({name: form.get(name, "") for name in form})


def _day(typed_: str) -> date | None:
    """Return a day of any century; how early or late it may be is the record's question."""
    if not typed_.strip():
        return None
    try:
        return datetime.strptime(typed_.strip(), "%d/%m/%Y").replace(tzinfo=VN).date()
    except ValueError as error:
        raise DayUnreadable from error
