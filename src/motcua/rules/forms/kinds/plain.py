# SPDX-License-Identifier: Apache-2.0
"""Free text: one line, several lines, a person's name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.kinds.lines import a_line, some_lines

_LINE_MOST = 500
_LINES_MOST = 10_000
_NAME_MOST = 100
_NAME_MARKS = " .-'’"


@dataclass(frozen=True, slots=True)
class Line(Kind):
    """`text`: one line. Settings: max_length (200), min_length (0)."""

    name = "text"
    most: int
    least: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings max_length, min_length."""
        most = definition.whole("max_length", 200, 1, _LINE_MOST)
        return cls(most, definition.whole("min_length", 0, 0, most))

    def clean(self, value: object, asked: Asked) -> Json:
        """NFC text on one line."""
        return _long_enough(a_line(value, self.most), self.least)

    @property
    def input(self) -> Input:
        """A text box."""
        return Input(max_length=self.most)


@dataclass(frozen=True, slots=True)
class Street(Line):
    """`street`: where in a commune, as people say it. Settings as `text`."""

    name = "street"
    purpose: ClassVar[str] = "street-address"


@dataclass(frozen=True, slots=True)
class Lines(Kind):
    """`long_text`: several lines. Settings: max_length (2000), min_length (0)."""

    name = "long_text"
    most: int
    least: int

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Settings max_length, min_length."""
        most = definition.whole("max_length", 2000, 1, _LINES_MOST)
        return cls(most, definition.whole("min_length", 0, 0, most))

    def clean(self, value: object, asked: Asked) -> Json:
        """NFC text, lines ended by a line feed."""
        return _long_enough(some_lines(value, self.most), self.least)

    @property
    def input(self) -> Input:
        """A tall text box."""
        return Input(widget="textarea", max_length=self.most)


@dataclass(frozen=True, slots=True)
class PersonName(Kind):
    """`person_name`: letters of any script, at most 100 characters. No settings."""

    name = "person_name"
    purpose: ClassVar[str] = "name"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The name as it was typed, NFC, single spaces."""
        text = a_line(value, _NAME_MOST)
        if text and not (all(map(_belongs_in_name, text)) and any(map(str.isalpha, text))):
            raise Refused("name_letters")
        return text

    @property
    def input(self) -> Input:
        """A text box."""
        return Input(max_length=_NAME_MOST, example="Nguyễn Thị Minh Khai")


def _long_enough(text: str, least: int) -> str:
    if text and len(text) < least:
        raise Refused("too_short", least=least)
    return text


def _belongs_in_name(character: str) -> bool:
    return character in _NAME_MARKS or unicodedata.category(character)[0] in "LM"
