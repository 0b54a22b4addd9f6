# SPDX-License-Identifier: Apache-2.0
"""Numbers that money and taxes go by: tax code, bank account."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.identity import is_personal_id
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind, Privacy
from motcua.rules.forms.kinds.lines import a_line

_MOST = 40
_GAPS = re.compile(r"[\s.]")
_TAX_CODE = re.compile(r"(?P<base>\d{10})(-?(?P<unit>\d{3}))?", re.ASCII)
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_BANK_ACCOUNT = re.compile(r"\d{6,19}", re.ASCII)


def tax_check_digit(first_nine: str) -> int | None:
    """The tenth digit after nine, None when no number may start so. Source: 105/2020/TT-BTC."""
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, _WEIGHTS, strict=True))
    digit = 10 - total % 11
    return None if digit == 10 else digit


def is_tax_code(text: str) -> bool:
    """Whether the text is the tax code of a business or its dependent unit, as it is stored."""
    match = _TAX_CODE.fullmatch(text)
    if match is None or match["unit"] == "000" or (match["unit"] and "-" not in text):
        return False
    return tax_check_digit(match["base"][:9]) == int(match["base"][9])


@dataclass(frozen=True, slots=True)
class TaxCode(Kind):
    """`tax_code`: 10 digits, 10-3 for a dependent unit, or a personal number. No settings.

    Since 2025-07-01 persons and household businesses use their personal identification number.
    Source: 86/2024/TT-BTC.
    """

    name = "tax_code"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The digits; a dependent unit's number stands after a hyphen."""
        text = _GAPS.sub("", a_line(value, _MOST))
        if not text or is_personal_id(text):
            return text
        match = _TAX_CODE.fullmatch(text)
        if match is None:
            raise Refused("tax_code_digits")
        base, unit = match["base"], match["unit"]
        if tax_check_digit(base[:9]) != int(base[9]):
            raise Refused("tax_code_check")
        if unit == "000":
            raise Refused("tax_code_branch")
        return f"{base}-{unit}" if unit else base

    @property
    def input(self) -> Input:
        """A text box for digits and a hyphen."""
        return Input(max_length=17, example="2300123454", width="half")


@dataclass(frozen=True, slots=True)
class BankAccount(Kind):
    """`bank_account`: 6 to 19 digits. No settings."""

    name = "bank_account"
    privacy: ClassVar[Privacy] = Privacy.SENSITIVE

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The digits, spaces and dots taken out."""
        number = _GAPS.sub("", a_line(value, _MOST))
        if number and not _BANK_ACCOUNT.fullmatch(number):
            raise Refused("bank_account")
        return number

    @property
    def input(self) -> Input:
        """A box for digits."""
        return Input(inputmode="numeric", max_length=25, width="half")
