# SPDX-License-Identifier: Apache-2.0
"""What every condition can do: hold or not, be written back, be said, name its fields."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping

from motcua.rules.conditions.answers import Scalar
from motcua.rules.conditions.speech import ENGLISH, Speech


class Condition(ABC):
    """A statement about answers; immutable, and safe on answers of any shape."""

    __slots__ = ()

    @abstractmethod
    def holds(self, answers: Mapping[str, object]) -> bool:
        """Whether the statement is true; a missing or mistyped answer makes a comparison false."""

    @abstractmethod
    def mapping(self) -> dict[str, object]:
        """The condition as it is written in a procedure file; `parse` reads it back."""

    @abstractmethod
    def sentence(self, speech: Speech = ENGLISH) -> str:
        """The condition in words."""

    @abstractmethod
    def terms(self) -> Iterator[Term]:
        """The statements about single fields it is made of."""

    def fields(self) -> frozenset[str]:
        """The names of the fields it looks at."""
        return frozenset(term.field for term in self.terms())


class Term(Condition):
    """A statement about one field."""

    __slots__ = ()
    field: str

    @property
    def expected(self) -> tuple[Scalar, ...]:
        """The values the answer is held against, for checking them against a field's options."""
        return ()

    def terms(self) -> Iterator[Term]:
        """Itself."""
        yield self
