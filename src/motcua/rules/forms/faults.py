# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with an answer, each with one sentence for the person who gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from motcua.rules.forms.texts import Text
from motcua.rules.words import N_

Param: TypeAlias = str | int | float | Text

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "required": N_("Please fill this in."),
        "must_tick": N_("Please tick this box to go on."),
        "wrong_shape": N_("The answer has a shape this form does not know. Please enter it again."),
        "unclean_text": N_(
            "The text holds characters that cannot be stored. Please type it again."
        ),
        "too_long": N_("Please write at most %(most)s characters."),
        "too_short": N_("Please write at least %(least)s characters."),
        "name_letters": N_("A name has only letters, spaces, hyphens, dots and apostrophes."),
        "email": N_("This is not an e-mail address. An address looks like ten@example.vn."),
        "phone": N_("This is not a Vietnamese phone number. A number looks like 0912 345 678."),
        "personal_id_digits": N_("A personal identification number has 12 digits."),
        "personal_id_province": N_(
            "The first three digits are not the code of a province or country. Please check them."
        ),
        "personal_id_year": N_(
            "Digits four to six stand for a year of birth that is still to come. Please check them."
        ),
        "personal_id_serial": N_("The last six digits cannot all be zero."),
        "personal_id_birth": N_(
            "The number stands for the birth year %(year)s, not the one given as “%(other)s”."
        ),
        "old_id": N_("An old identity card number has 9 digits."),
        "passport": N_("A passport number has 6 to 9 letters and digits, such as C1234567."),
        "tax_code_digits": N_(
            "A tax code has 10 digits, 10 digits with a hyphen and 3 more, or 12 for a person."
        ),
        "tax_code_check": N_("The tax code has a wrong check digit. Please compare every digit."),
        "tax_code_branch": N_("A dependent unit is numbered from 001 to 999."),
        "bank_account": N_("A bank account number has 6 to 19 digits."),
        "date": N_("This is not a date of the calendar. Please write day/month/year."),
        "date_too_early": N_("The date must not be before %(least)s."),
        "date_too_late": N_("The date must not be after %(most)s."),
        "date_in_future": N_("This day is still to come. Please check the date."),
        "date_in_past": N_("This day has passed. Please check the date."),
        "date_before_other": N_("This date must not be before “%(other)s”."),
        "time": N_("This is not a time of day. Please write hours:minutes, such as 14:30."),
        "year": N_("A year has four digits."),
        "year_range": N_("The year must be from %(least)s to %(most)s."),
        "number": N_("This is not a number."),
        "whole_number": N_("This is not a whole number."),
        "too_small": N_("The number must be at least %(least)s."),
        "too_large": N_("The number must be at most %(most)s."),
        "too_many_places": N_("Please give at most %(most)s digits after the decimal comma."),
        "money": N_("This is not an amount of whole dong, such as 1.500.000."),
        "unknown_choice": N_("This is not one of the answers to choose from."),
        "too_few_choices": N_("Please choose at least %(least)s."),
        "too_many_choices": N_("Please choose at most %(most)s."),
        "yes_or_no": N_("Please answer yes or no."),
        "unknown_province": N_("There is no province with this code."),
        "unknown_commune": N_("There is no commune or ward with this code."),
        "commune_elsewhere": N_("This commune or ward does not lie in the chosen province."),
        "unknown_country": N_("There is no country with this code."),
        "not_in_register": N_("Nothing is registered under this number."),
        "file": N_("The attached file was not found. Please attach it again."),
        "file_refused": N_("The file was not taken. %(reason)s"),
        "no_file": N_("Choose a file first, then send it."),
        "too_many_files": N_("Please attach at most %(most)s files."),
        "paper_missing": N_("Please attach this paper."),
        "too_few_rows": N_("Please give at least %(least)s."),
        "too_many_rows": N_("Please give at most %(most)s."),
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong answer: `path` is the dotted name of the field (`children.0.name`), "" the form.

    `params` never hold the answer itself, so a fault may be shown, logged and stored.
    """

    path: str
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The English sentence (a msgid), with named places for `params`."""
        return SENTENCES[self.code]

    def say(self, translate: Callable[[str], str] = str, language: str = "en") -> str:
        """The whole sentence, translated, field labels in `language`."""
        words = {
            name: value[language] if isinstance(value, Text) else value
            for name, value in self.params.items()
        }
        return translate(self.sentence) % words


class Refused(Exception):
    """Raised by a kind of answer; the check turns it into a `Fault` with the field's path."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
