# SPDX-License-Identifier: Apache-2.0
"""Conditions made of conditions: all of them, any of them, not this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from motcua.rules.conditions.condition import Condition, Term
from motcua.rules.conditions.speech import ENGLISH, Speech
from motcua.rules.words import N_


def _together(parts: tuple[Condition, ...], speech: Speech) -> str:
    return "; ".join(part.sentence(speech) for part in parts)


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """{"all": [conditions]}"""

    parts: tuple[Condition, ...]

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when every part holds."""
        return all(part.holds(answers) for part in self.parts)

    def mapping(self) -> dict[str, object]:
        """{"all": [conditions]}"""
        return {"all": [part.mapping() for part in self.parts]}

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """All of these: …; …"""
        return speech.say(N_("all of these (%(parts)s)"), parts=_together(self.parts, speech))

    def terms(self) -> Iterator[Term]:
        """The terms of every part."""
        for part in self.parts:
            yield from part.terms()


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """{"any": [conditions]}"""

    parts: tuple[Condition, ...]

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when at least one part holds."""
        return any(part.holds(answers) for part in self.parts)

    def mapping(self) -> dict[str, object]:
        """{"any": [conditions]}"""
        return {"any": [part.mapping() for part in self.parts]}

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """At least one of these: …; …"""
        together = _together(self.parts, speech)
        return speech.say(N_("at least one of these (%(parts)s)"), parts=together)

    def terms(self) -> Iterator[Term]:
        """The terms of every part."""
        for part in self.parts:
            yield from part.terms()


@dataclass(frozen=True, slots=True)
class Negation(Condition):
    """{"not": condition}"""

    part: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        """True when the part does not hold."""
        return not self.part.holds(answers)

    def mapping(self) -> dict[str, object]:
        """{"not": condition}"""
        return {"not": self.part.mapping()}

    def sentence(self, speech: Speech = ENGLISH) -> str:
        """Not: …"""
        return speech.say(N_("not so: %(part)s"), part=self.part.sentence(speech))

    def terms(self) -> Iterator[Term]:
        """The terms of the part."""
        return self.part.terms()
