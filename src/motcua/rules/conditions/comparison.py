# SPDX-License-Identifier: Apache-2.0
"""Statements that a number, an amount or a date is above or below a bound."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from motcua.rules.conditions.answers import Scalar, is_iso_date, lookup, order
from motcua.rules.conditions.condition import Term
from motcua.rules.conditions.speech import ENGLISH, Speech
from motcua.rules.words import N_


@dataclass(frozen=True, slots=True)
class Comparison(Term):
    """{operator: [field, bound]}; false when the answer has no order with the bound."""

    field: str
    bound: Scalar

    operator: ClassVar[str]
    said: ClassVar[str]
    said_of_dates: ClassVar[str]

    @staticmethod
    @abstractmethod
    def accepts(side: int) -> bool:
        """Whether an answer at this side of the bound (-1 below, 0 at, 1 above) will do."""

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when the answer lies on the accepted side of the bound."""
        side = order(lookup(answers, self.field), self.bound)
        return side is not None and self.accepts(side)

    def mapping(self) -> dict[str, object]:
        """{operator: [field, bound]}"""
        return {self.operator: [self.field, self.bound]}

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """“Area” is more than 250."""
        field, value = speech.field(self.field), speech.value(self.field, self.bound)
        said = self.said_of_dates if is_iso_date(self.bound) else self.said
        return speech.say(said, field=field, value=value)


class AtLeast(Comparison):
    """{"ge": [field, bound]}"""

    __slots__ = ()
    operator = "ge"
    said = N_("“%(field)s” is at least %(value)s")
    said_of_dates = N_("“%(field)s” is on or after %(value)s")

    @staticmethod
    def accepts(side: int) -> bool:
        """At or above the bound."""
        return side >= 0


class AtMost(Comparison):
    """{"le": [field, bound]}"""

    __slots__ = ()
    operator = "le"
    said = N_("“%(field)s” is at most %(value)s")
    said_of_dates = N_("“%(field)s” is on or before %(value)s")

    @staticmethod
    def accepts(side: int) -> bool:
        """At or below the bound."""
        return side <= 0


class MoreThan(Comparison):
    """{"gt": [field, bound]}"""

    __slots__ = ()
    operator = "gt"
    said = N_("“%(field)s” is more than %(value)s")
    said_of_dates = N_("“%(field)s” is after %(value)s")

    @staticmethod
    def accepts(side: int) -> bool:
        """Above the bound."""
        return side > 0


class LessThan(Comparison):
    """{"lt": [field, bound]}"""

    __slots__ = ()
    operator = "lt"
    said = N_("“%(field)s” is less than %(value)s")
    said_of_dates = N_("“%(field)s” is before %(value)s")

    @staticmethod
    def accepts(side: int) -> bool:
        """Below the bound."""
        return side < 0
