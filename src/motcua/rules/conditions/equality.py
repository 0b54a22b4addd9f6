# SPDX-License-Identifier: Apache-2.0
"""Statements that an answer is, is not, or is among given values, or is there at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.rules.conditions.answers import Scalar, is_filled, lookup, same
from motcua.rules.conditions.condition import Term
from motcua.rules.conditions.speech import ENGLISH, Speech
from motcua.rules.words import N_


@dataclass(frozen=True, slots=True)
class Equal(Term):
    """{"eq": [field, value]}"""

    field: str
    value: Scalar

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when the answer is this very value."""
        return same(lookup(answers, self.field), self.value)

    def mapping(self) -> dict[str, object]:
        """{"eq": [field, value]}"""
        return {"eq": [self.field, self.value]}

    @property
    def expected(self) -> tuple[Scalar, ...]:
        """The one value."""
        return (self.value,)

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """“Sex” is “Female”; a yes-no question reads “Married”: yes."""
        field = speech.field(self.field)
        if self.value is True:
            return speech.say(N_("“%(field)s”: yes"), field=field)
        if self.value is False:
            return speech.say(N_("“%(field)s”: no"), field=field)
        value = speech.value(self.field, self.value)
        return speech.say(N_("“%(field)s” is “%(value)s”"), field=field, value=value)


@dataclass(frozen=True, slots=True)
class Unequal(Term):
    """{"ne": [field, value]}"""

    field: str
    value: Scalar

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when the answer is another value, or there is none."""
        return not same(lookup(answers, self.field), self.value)

    def mapping(self) -> dict[str, object]:
        """{"ne": [field, value]}"""
        return {"ne": [self.field, self.value]}

    @property
    def expected(self) -> tuple[Scalar, ...]:
        """The one value."""
        return (self.value,)

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """“Sex” is not “Female”."""
        field, value = speech.field(self.field), speech.value(self.field, self.value)
        return speech.say(N_("“%(field)s” is not “%(value)s”"), field=field, value=value)


@dataclass(frozen=True, slots=True)
class OneOf(Term):
    """{"in": [field, [values]]}"""

    field: str
    values: tuple[Scalar, ...]

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when the answer, or one of several chosen answers, is among the values."""
        answer = lookup(answers, self.field)
        chosen = answer if isinstance(answer, list | tuple) else (answer,)
        return any(same(one, value) for one in chosen for value in self.values)

    def mapping(self) -> dict[str, object]:
        """{"in": [field, [values]]}"""
        return {"in": [self.field, list(self.values)]}

    @property
    def expected(self) -> tuple[Scalar, ...]:
        """All the values."""
        return self.values

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """“Country” is one of: “Laos”, “Cambodia”."""
        field = speech.field(self.field)
        values = ", ".join(f"“{speech.value(self.field, value)}”" for value in self.values)
        return speech.say(N_("“%(field)s” is one of: %(values)s"), field=field, values=values)


@dataclass(frozen=True, slots=True)
class Filled(Term):
    """{"filled": field}"""

    field: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when something was answered."""
        return is_filled(lookup(answers, self.field))

    def mapping(self) -> dict[str, object]:
        """{"filled": field}"""
        return {"filled": self.field}

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """“Passport” is filled in."""
        return speech.say(N_("“%(field)s” is filled in"), field=speech.field(self.field))
