# SPDX-License-Identifier: Apache-2.0
"""Numbers written the Vietnamese way: dots between thousands, a comma before decimals."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.kinds.lines import a_line

_MOST = 40
_LARGEST = 10**15 - 1
_LARGEST_MEASURE = 10**9
_GROUPED = re.compile(r"-?\d{1,3}(?P<gap>[. ,])\d{3}((?P=gap)\d{3})*", re.ASCII)
_WHOLE = re.compile(r"-?\d+", re.ASCII)
_DECIMAL = re.compile(r"(?P<whole>-?(\d+|\d{1,3}([. ]\d{3})+)),(?P<part>\d+)", re.ASCII)
_POINTED = re.compile(r"-?\d+\.\d+", re.ASCII)
_CURRENCY = re.compile(r"(?<=\d)\s?(đồng|đ|₫|vnđ|vnd)\.?$", re.IGNORECASE)


def whole(text: str) -> int | None:
    """The number of `1500`, `1.500`, `1 500` or `1,500`; None for anything else."""
    if _GROUPED.fullmatch(text):
        text = re.sub("[. ,]", "", text)
    return int(text) if _WHOLE.fullmatch(text) else None


def decimal(text: str) -> Decimal | None:
    """The number of `1.234,5`, `1234,5` or `1234.5`; `1.234` is the whole number 1234."""
    if match := _DECIMAL.fullmatch(text):
        return Decimal(re.sub("[. ]", "", match["whole"]) + "." + match["part"])
    if (number := whole(text.replace(",", "x"))) is not None:
        return Decimal(number)
    return Decimal(text) if _POINTED.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Integer(Kind):
    """`integer`: a whole number. Settings: min (0), max (10¹⁵-1)."""

    name = "integer"
    least: int
    most: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings min, max."""
        return cls(*_range(definition, _LARGEST))

    def clean(self, value: object, asked: Asked) -> Json:
        """A number within the bounds."""
        return self.whole(value, "whole_number")

    def whole(self, value: object, fault: str) -> Json:
        """The number written or sent as a number, within the bounds. Raises: Refused."""
        if (text := _written(value)) == "":
            return text
        number = None if isinstance(value, float) and not value.is_integer() else whole(text)
        if number is None:
            raise Refused(fault)
        _bounded(number, self.least, self.most)
        return number

    @property
    def input(self) -> Input:
        """A box for digits."""
        return Input(inputmode="numeric", max_length=20, width="third")


@dataclass(frozen=True, slots=True)
class Money(Integer):
    """`money`: an amount of whole Vietnamese dong, kept as a number. Settings as `integer`."""

    name = "money"

    def clean(self, value: object, asked: Asked) -> Json:
        """`1.500.000 đ` becomes 1500000."""
        written = _CURRENCY.sub("", value.strip()) if isinstance(value, str) else value
        return self.whole(written, "money")

    @property
    def input(self) -> Input:
        """A box for digits."""
        return Input(inputmode="numeric", max_length=25, example="1.500.000", width="half")


@dataclass(frozen=True, slots=True)
class Measure(Kind):
    """`decimal`: an area, a length. Settings: min (0), max, places (2), unit (m², shown beside)."""

    name = "decimal"
    least: int
    most: int
    places: int
    unit: str

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings min, max, places, unit."""
        least, most = _range(definition, _LARGEST_MEASURE)
        return cls(least, most, definition.whole("places", 2, 1, 6), definition.text("unit", ""))

    def clean(self, value: object, asked: Asked) -> Json:
        """The number; a whole one stays whole."""
        if (text := _written(value)) == "":
            return text
        number = Decimal(text) if isinstance(value, float) else decimal(text)
        if number is None:
            raise Refused("number")
        _bounded(number, self.least, self.most)
        if number != round(number, self.places):
            raise Refused("too_many_places", most=self.places)
        return int(number) if number == int(number) else float(number)

    @property
    def input(self) -> Input:
        """A box for digits and a comma."""
        return Input(inputmode="decimal", max_length=20, example="120,5", width="third")


def _range(definition: Definition, largest: int) -> tuple[int, int]:
    least = definition.whole("min", 0, -largest, largest)
    most = definition.whole("max", largest, -largest, largest)
    if least > most:
        raise DefinitionError(definition.path, "bad_range")
    return least, most


def _written(value: object) -> str:
    """The digits of a number sent as text, or as a number by a machine."""
    if isinstance(value, bool):
        raise Refused("wrong_shape")
    if isinstance(value, int):
        return str(max(-_LARGEST - 1, min(value, _LARGEST + 1)))
    if isinstance(value, float) and math.isfinite(value) and abs(value) <= _LARGEST:
        return format(Decimal(repr(value)).normalize(), "f")
    return a_line(value, _MOST)


def _bounded(number: int | Decimal, least: int, most: int) -> None:
    if number < least:
        raise Refused("too_small", least=grouped(least))
    if number > most:
        raise Refused("too_large", most=grouped(most))


def grouped(number: int) -> str:
    """The number with dots between thousands."""
    return f"{number:,}".replace(",", ".")
