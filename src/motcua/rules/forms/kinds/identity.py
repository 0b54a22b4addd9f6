# SPDX-License-Identifier: Apache-2.0
"""Numbers a person is known by: personal identification number, old card, passport."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Others
from motcua.rules.forms.kinds.lines import a_line
from motcua.rules.forms.tables.birth_provinces import BIRTH_PROVINCES

_MARKS = re.compile(r"[\s.-]")
_MOST = 30
_FIRST_COUNTRY = "100"
_OLD_ID = re.compile(r"\d{9}", re.ASCII)
_PASSPORT = re.compile(r"[A-Z0-9]{6,9}", re.ASCII)


def is_personal_id(number: str) -> bool:
    """Whether the text is twelve digits; they carry no check digit. Source: 17/2024/TT-BCA."""
    return len(number) == 12 and number.isascii() and number.isdecimal()


def birth_year(personal_id: str) -> int:
    """The birth year in a personal identification number.

    Digit 4 is sex and century (0/1 man/woman of the 1900s, 2/3 of the 2000s, and so on), digits 5
    and 6 the year in it. Source: 17/2024/TT-BCA.
    """
    return 1900 + int(personal_id[3]) // 2 * 100 + int(personal_id[4:6])


@dataclass(frozen=True, slots=True)
class PersonalId(Kind):
    """`personal_id`: twelve digits. Setting: born, the field with the date or year of birth."""

    name = "personal_id"
    born: str | None

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """Setting born."""
        return cls(definition.other("born"))

    def clean(self, value: object, asked: Asked) -> Json:
        """The twelve digits, spaces and dots taken out."""
        number = _MARKS.sub("", a_line(value, _MOST))
        if not number:
            return number
        if not is_personal_id(number):
            raise Refused("personal_id_digits")
        if number[:3] < _FIRST_COUNTRY and number[:3] not in BIRTH_PROVINCES:
            raise Refused("personal_id_province")
        if birth_year(number) > asked.on.year:
            raise Refused("personal_id_year")
        if number[6:] == "000000":
            raise Refused("personal_id_serial")
        return number

    @property
    def input(self) -> Input:
        """A box for digits."""
        return Input(inputmode="numeric", max_length=15, example="024090123456", width="half")

    def partners(self) -> tuple[str, ...]:
        """The field with the date or year of birth."""
        return (self.born,) if self.born else ()

    def agree(self, value: Json, others: Others) -> None:
        """The year in the number is the year of birth."""
        if self.born is None or (given := _year(others.value(self.born))) is None:
            return
        year = birth_year(str(value))
        if year != given:
            raise Refused("personal_id_birth", year=year, other=others.label(self.born))


def _year(born: Json) -> int | None:
    if isinstance(born, str):
        return int(born[:4])
    return born if isinstance(born, int) else None


@dataclass(frozen=True, slots=True)
class OldId(Kind):
    """`old_id`: the nine digits of an identity card of before 2016. No settings."""

    name = "old_id"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The nine digits, spaces and dots taken out."""
        number = _MARKS.sub("", a_line(value, _MOST))
        if number and not _OLD_ID.fullmatch(number):
            raise Refused("old_id")
        return number

    @property
    def input(self) -> Input:
        """A box for digits."""
        return Input(inputmode="numeric", max_length=11, example="121234567", width="half")


@dataclass(frozen=True, slots=True)
class Passport(Kind):
    """`passport`: six to nine letters and digits, kept in capitals. No settings."""

    name = "passport"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The number in capitals, spaces taken out."""
        number = _MARKS.sub("", a_line(value, _MOST)).upper()
        if number and not _PASSPORT.fullmatch(number):
            raise Refused("passport")
        return number

    @property
    def input(self) -> Input:
        """A text box."""
        return Input(max_length=12, example="C1234567", width="half")
