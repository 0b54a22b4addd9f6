# SPDX-License-Identifier: Apache-2.0
"""Answers chosen from a list the state keeps: countries, the peoples of Vietnam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Option, Privacy
from motcua.rules.forms.kinds.lines import a_line
from motcua.rules.forms.tables.countries import COUNTRIES
from motcua.rules.forms.tables.ethnic_groups import ETHNIC_GROUPS
from motcua.rules.forms.texts import Text
from motcua.rules.words import sort_key

_CODE_MOST = 10
_HOME = "VN"


@dataclass(frozen=True, slots=True)
class Country(Kind):
    """`country`: a two-letter code of ISO 3166-1. No settings."""

    name = "country"
    purpose: ClassVar[str] = "country"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The code in capitals."""
        code = a_line(value, _CODE_MOST).upper()
        if code and code not in COUNTRIES:
            raise Refused("unknown_country")
        return code

    @property
    def options(self) -> tuple[Option, ...]:
        """Every country: Vietnam, then the others in Vietnamese order."""
        return _COUNTRY_OPTIONS

    @property
    def input(self) -> Input:
        """A list."""
        return Input(widget="select", width="half")


@dataclass(frozen=True, slots=True)
class Nationality(Country):
    """`nationality`: as `country`. No settings."""

    name = "nationality"
    purpose: ClassVar[str] = "off"


@dataclass(frozen=True, slots=True)
class EthnicGroup(Kind):
    """`ethnic_group`: the two-digit code of one of the 54 peoples of Vietnam. No settings."""

    name = "ethnic_group"
    privacy: ClassVar[Privacy] = Privacy.SENSITIVE

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The code."""
        code = a_line(value, _CODE_MOST)
        if code and code not in ETHNIC_GROUPS:
            raise Refused("unknown_choice")
        return code

    @property
    def options(self) -> tuple[Option, ...]:
        """The 54 peoples, Kinh first."""
        return _ETHNIC_OPTIONS

    @property
    def input(self) -> Input:
        """A list."""
        return Input(widget="select", width="half")


_COUNTRY_OPTIONS = tuple(
    Option(code, Text(*COUNTRIES[code]))
    for code in sorted(COUNTRIES, key=lambda code: (code != _HOME, sort_key(COUNTRIES[code][0])))
)
_ETHNIC_OPTIONS = tuple(Option(code, Text(name, name)) for code, name in ETHNIC_GROUPS.items())
