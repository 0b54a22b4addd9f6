# SPDX-License-Identifier: Apache-2.0
"""Calendar dates: any, one that has come, one that has not passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.days import EARLIEST, LATEST, Bound, bound, in_words, read_day
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Others
from motcua.rules.forms.kinds.lines import a_line

_MOST = 30


@dataclass(frozen=True, slots=True)
class Date(Kind):
    """`date`: kept as ISO text.

    Settings: min, max (a day, `today`, `-18y`, `+30d`), not_before (another field).
    """

    name = "date"
    earliest: Bound
    latest: Bound
    not_before: str | None

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings min, max, not_before."""
        return cls(
            bound(definition, "min", Bound(EARLIEST)),
            bound(definition, "max", Bound(LATEST)),
            definition.other("not_before"),
        )

    def clean(self, value: object, asked: Asked) -> Json:
        """The ISO text of `dd/mm/yyyy` or of an ISO date."""
        text = a_line(value, _MOST)
        if not text:
            return text
        day = read_day(text)
        if day is None:
            raise Refused("date")
        self.place(day, asked.on)
        return day.isoformat()

    def place(self, day: date, today: date) -> None:
        """Refuse a day outside the bounds. Raises: Refused."""
        earliest, latest = self.earliest.on(today), self.latest.on(today)
        if day < max(earliest, EARLIEST):
            raise Refused("date_too_early", least=in_words(max(earliest, EARLIEST)))
        if day > min(latest, LATEST):
            raise Refused("date_too_late", most=in_words(min(latest, LATEST)))

    @property
    def input(self) -> Input:
        """A box for digits and slashes."""
        return Input(inputmode="numeric", max_length=12, example="31/12/2026", width="third")

    def partners(self) -> tuple[str, ...]:
        """The field whose date comes first."""
        return (self.not_before,) if self.not_before else ()

    def agree(self, value: Json, others: Others) -> None:
        """Not before the date of the partner."""
        if self.not_before is None:
            return
        first = others.value(self.not_before)
        if isinstance(first, str) and str(value) < first:
            raise Refused("date_before_other", other=others.label(self.not_before))


@dataclass(frozen=True, slots=True)
class PastDate(Date):
    """`past_date`: a date that has come, today included. Settings as `date`."""

    name = "past_date"
    purpose: ClassVar[str] = "bday"

    def place(self, day: date, today: date) -> None:
        """Refuse a day still to come, then one outside the bounds."""
        if day > today:
            raise Refused("date_in_future")
        Date.place(self, day, today)


@dataclass(frozen=True, slots=True)
class FutureDate(Date):
    """`future_date`: a date that has not passed, today included. Settings as `date`."""

    name = "future_date"

    def place(self, day: date, today: date) -> None:
        """Refuse a day that has passed, then one outside the bounds."""
        if EARLIEST <= day < today:
            raise Refused("date_in_past")
        Date.place(self, day, today)
