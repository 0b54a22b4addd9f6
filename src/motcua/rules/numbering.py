# SPDX-License-Identifier: Apache-2.0
"""Numbers the law gives a shape: codes of dossiers and numbers of receipts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.words import N_

DOSSIER_CODE: Final = re.compile(
    r"(?P<agency>[A-Z]\d{2}(?:\.\d{2,3}){0,4}|\d{3}(?:\.\d{2}){2}\.[A-Z]\d{2})"
    r"-(?P<day>\d{6}|\d{8})-(?P<number>\d{4,7})",
    re.ASCII,
)
"""All shapes in use, for `fullmatch`. Source: law.md 2.2, Circulars 03 and 04/2025/TT-VPCP."""

NUMBER_MAX: Final = 9_999_999
CODE_MAX_LENGTH: Final = 40

_CENTURY: Final = "20"


class NumberError(RuleError):
    """A text or a number that gives no code."""


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A dossier code taken apart; `number` keeps its zeros, since its prefix may name a ministry.

    `str()` of a code that motcua made gives the code back.
    """

    agency_code: str
    on: date
    number: str

    def __str__(self) -> str:
        """Return the code with a date of six digits."""
        return f"{self.agency_code}-{self.on:%y%m%d}-{self.number}"


def dossier_code(agency_code: str, on: date, number: int) -> str:
    """Return the code of the agency's `number`-th dossier of a day: `H05.43-260703-0001`.

    Four digits, five and more past 9999. Raises `NumberError` when the law's shape cannot hold
    the agency's code or the number.
    """
    code = f"{agency_code}-{on:%y%m%d}-{number:04d}"
    if not 1 <= number <= NUMBER_MAX or not DOSSIER_CODE.fullmatch(code):
        raise NumberError(
            N_("No dossier code can be made of the agency %(agency)s and the number %(number)s."),
            agency=ascii(agency_code),
            number=number,
        )
    return code


def parse_dossier_code(text: str) -> DossierCode:
    """Take a code apart as people type it: small letters and blanks around it are forgiven.

    Raises `NumberError` for another shape or a date that does not exist.
    """
    typed = text.strip() if len(text) <= 2 * CODE_MAX_LENGTH else ""
    found = DOSSIER_CODE.fullmatch(typed.upper())
    if not found:
        raise NumberError(N_("This is not a dossier code. It looks like H05.43-260703-0001."))
    day = found["day"] if len(found["day"]) == 8 else _CENTURY + found["day"]
    try:
        on = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError as error:
        raise NumberError(N_("The date in this dossier code does not exist.")) from error
    return DossierCode(found["agency"], on, found["number"])


def receipt_number(agency_code: str, year: int, number: int) -> str:
    """Return the number of an agency's `number`-th receipt of a year: `H05.43-2026-0000001`.

    Seven digits, more past 9,999,999. Our own shape: the form, series and number of the tax
    authority's e-receipts of 2027 are not published yet.
    """
    if number < 1:
        raise NumberError(N_("Receipts are numbered from 1."))
    return f"{agency_code}-{year:04d}-{number:07d}"


def refund_number(agency_code: str, year: int, number: int) -> str:
    """Return the number of an agency's `number`-th refund of a year: `H05.43-2026-R0000001`."""
    if number < 1:
        raise NumberError(N_("Receipts are numbered from 1."))
    return f"{agency_code}-{year:04d}-R{number:07d}"
