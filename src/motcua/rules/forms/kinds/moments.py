# SPDX-License-Identifier: Apache-2.0
"""Parts of a moment: the time of day, a year alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.days import EARLIEST, LATEST
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.kinds.lines import a_line

_MOST = 20
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])\s?[:hg.]\s?(?P<minute>[0-5]\d)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Time(Kind):
    """`time`: hours and minutes of a 24-hour day, kept as `14:30`. No settings."""

    name = "time"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """`7:05`, `7h05`, `7 giờ 05` become `07:05`."""
        text = a_line(value, _MOST).lower().replace("giờ", "h")
        if not text:
            return text
        match = _TIME.fullmatch(text)
        if match is None:
            raise Refused("time")
        return f"{int(match['hour']):02}:{match['minute']}"

    @property
    def input(self) -> Input:
        """A short box."""
        return Input(max_length=8, example="14:30", width="third")


@dataclass(frozen=True, slots=True)
class Year(Kind):
    """`year`: a year alone, for births of which no more is known. Settings: min (1900), max.

    Without `max`, years still to come are refused.
    """

    name = "year"
    least: int
    most: int | None

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings min, max."""
        least = definition.whole("min", EARLIEST.year, EARLIEST.year, LATEST.year)
        if not definition.has("max"):
            return cls(least, None)
        most = definition.whole("max", LATEST.year, EARLIEST.year, LATEST.year)
        if least > most:
            raise DefinitionError(definition.path, "bad_range")
        return cls(least, most)

    def clean(self, value: object, asked: Asked) -> Json:
        """The year as a number."""
        text = str(value) if type(value) is int and 0 <= value <= 9999 else a_line(value, _MOST)
        if not text:
            return text
        if not _YEAR.fullmatch(text):
            raise Refused("year")
        most = asked.on.year if self.most is None else self.most
        if not self.least <= int(text) <= most:
            raise Refused("year_range", least=str(self.least), most=str(most))
        return int(text)

    @property
    def input(self) -> Input:
        """A box for four digits."""
        return Input(inputmode="numeric", max_length=4, example="1985", width="third")
