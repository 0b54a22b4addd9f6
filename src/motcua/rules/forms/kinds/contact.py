# SPDX-License-Identifier: Apache-2.0
"""How to reach a person: telephone and e-mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.kinds.lines import a_line
from motcua.rules.forms.tables.phone_prefixes import LANDLINE, MOBILE

_PHONE_MOST = 30
_PHONE_MARKS = re.compile(r"[\s.()-]")
_EMAIL_MOST = 254
_EMAIL = re.compile(
    r"(?P<box>[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
    r"@(?P<host>([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])",
    re.ASCII | re.IGNORECASE,
)
_BOX_MOST = 64


@dataclass(frozen=True, slots=True)
class Phone(Kind):
    """`phone`: a Vietnamese mobile or landline number, kept as digits from 0. No settings."""

    name = "phone"
    purpose: ClassVar[str] = "tel"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """`+84 912.345.678` becomes `0912345678`."""
        text = _PHONE_MARKS.sub("", a_line(value, _PHONE_MOST))
        number = "0" + text[3:] if text.startswith("+84") else text
        if text and not is_vietnamese(number):
            raise Refused("phone")
        return number

    @property
    def input(self) -> Input:
        """A telephone box."""
        return Input(
            type="tel",
            inputmode="tel",
            max_length=_PHONE_MOST,
            example="0912 345 678",
            width="half",
        )


@dataclass(frozen=True, slots=True)
class Email(Kind):
    """`email`: an address of plain Latin letters, its host in small letters. No settings."""

    name = "email"
    purpose: ClassVar[str] = "email"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The address with its host in small letters."""
        text = a_line(value, _EMAIL_MOST)
        if not text:
            return text
        match = _EMAIL.fullmatch(text)
        if match is None or len(match["box"]) > _BOX_MOST:
            raise Refused("email")
        return f"{match['box']}@{match['host'].lower()}"

    @property
    def input(self) -> Input:
        """An e-mail box."""
        return Input(
            type="email", inputmode="email", max_length=_EMAIL_MOST, example="ten@example.vn"
        )


def is_vietnamese(number: str) -> bool:
    """Whether digits from 0 are a number of a Vietnamese mobile operator or telephone area."""
    if not number.isdecimal() or not number.isascii():
        return False
    if len(number) == 10:
        return number[:3] in MOBILE
    return len(number) == 11 and (number[:3] in LANDLINE or number[:4] in LANDLINE)
