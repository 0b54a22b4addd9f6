# SPDX-License-Identifier: Apache-2.0
"""What every kind of answer can do: be defined, be read from a posted form, be checked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Protocol, Self, TypeAlias

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.texts import Text

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"
Posted: TypeAlias = Mapping[str, Sequence[str]]


class Privacy(StrEnum):
    """How the law on personal data sees a field. Source: 91/2025/QH15, 356/2025/NĐ-CP."""

    PUBLIC = "public"
    BASIC = "basic"
    SENSITIVE = "sensitive"


class Lookups(Protocol):
    """What a check may ask of the registers of the province."""

    def province(self, code: str) -> bool:
        """Whether a province has this two-digit code."""

    def commune(self, code: str) -> bool:
        """Whether a commune or ward has this five-digit code."""

    def lies_in(self, commune: str, province: str) -> bool:
        """Whether the commune or ward belongs to the province, both given by code."""

    def register(self, name: str, value: str) -> bool:
        """Whether `value` is found in the register called `name`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The circumstances of a check: the day it is made on, and whom to ask."""

    on: date
    lookups: Lookups


class Others(Protocol):
    """The other answers, for kinds that must agree with one of them."""

    def value(self, name: str) -> Json:
        """The checked answer to that field, None when there is none."""

    def label(self, name: str) -> Text:
        """The label of that field."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: the value kept and posted, and its label."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Input:
    """What a face needs to draw the field without knowing its kind.

    `widget` is one of text, textarea, select, radio, checkboxes, checkbox, province, commune, file,
    parts, rows, note; `type` and `inputmode` are HTML's, `example` is a good answer;
    `width` is one of full, half, third.
    """

    widget: str = "text"
    type: str = "text"
    inputmode: str = "text"
    max_length: int | None = None
    example: str = ""
    width: str = "full"


@dataclass(frozen=True, slots=True)
class Kind(ABC):
    """A kind of answer with the settings one field gives it; immutable."""

    name: ClassVar[str]
    privacy: ClassVar[Privacy] = Privacy.BASIC
    purpose: ClassVar[str] = "off"
    unanswered: ClassVar[Json] = None
    lack: ClassVar[str] = "required"
    answers: ClassVar[bool] = True

    @classmethod
    @abstractmethod
    def define(cls, definition: Definition) -> Self:
        """The kind with the settings of one field. Raises: DefinitionError."""

    @abstractmethod
    def clean(self, value: object, asked: Asked) -> Json:
        """The answer in the form it is kept in. Raises: Refused."""

    @property
    @abstractmethod
    def input(self) -> Input:
        """How the field is drawn."""

    def read(self, posted: Posted, name: str) -> Json:
        """The answer as a browser posted it under `name`: the last one when there are several."""
        values = posted.get(name)
        return values[-1] if values else None

    def lacks(self, value: Json) -> bool:
        """Whether a required field would still be open; the fault is then called `lack`."""
        return value is None or value == []

    def parts(self) -> tuple[Mapping[str, object], ...]:
        """The definitions of the fields this answer consists of, none for a single value."""
        return ()

    def partners(self) -> tuple[str, ...]:
        """The names of the fields this answer must agree with."""
        return ()

    def agree(self, value: Json, others: Others) -> None:
        """Compare with the partners, none unless a kind says so. Raises: Refused."""
        return None
