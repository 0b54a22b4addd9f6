# SPDX-License-Identifier: Apache-2.0
"""The QR code of a citizen card, as the text that a scanner types into a field.

Layout: number | old number | name | birth | sex | address | issue, dates as ddmmyyyy. No legal text
states it; programs of several authors read cards in this order. Later cards carry more parts
behind the seventh; what stands in them is not verified, so nothing of it is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.rules.errors import RuleError
from motcua.rules.forms.kinds.identity import birth_year, is_personal_id
from motcua.rules.forms.tables.birth_provinces import BIRTH_PROVINCES
from motcua.rules.words import N_, TextError, clean

LONGEST: Final = 600
FEWEST_PARTS, MOST_PARTS = 7, 11
FIRST_COUNTRY: Final = "100"
NAME_LONGEST, ADDRESS_LONGEST = 100, 250
FIRST_CARDS: Final = date(2016, 1, 1)
SEXES: Final = {"nam": "male", "nữ": "female"}

_OLD_NUMBER: Final = re.compile(r"\d{9}|\d{12}", re.ASCII)
_EIGHT_DIGITS: Final = re.compile(r"\d{8}", re.ASCII)
_OTHER_SEPARATOR: Final = re.compile(r"\d{12}[^\d\w\s|]", re.ASCII)
_DIGIT_KEYS: Final = re.compile("[ăâêôđĂÂÊÔĐ\u0300\u0301\u0303\u0309\u0323]")
_LOST: Final = re.compile("[?\ufffdÄ]|Ã[\xa0-\xbf]|Æ°|á[º»]")
_UNLIKELY_IN_NAME: Final = re.compile(r"[^\w .'’-]|[\d_]")

KEYBOARD: Final = N_(
    "The keyboard changed what the scanner typed. Switch the Vietnamese typing program (Telex, VNI)"
    " off, set the keyboard to English (US), empty the field and scan again."
)
LETTERS_LOST: Final = N_(
    "Vietnamese letters were lost on the way: set the scanner to send UTF-8, or type the answers."
)
PARTS: Final = N_(
    "This is not the QR code of a citizen card: %(found)s parts were read, at least %(fewest)s"
    " were expected. Scan again, holding the card still."
)
TWICE: Final = N_("The card was scanned twice. Empty the field and scan once.")
NOT_PRINTABLE: Final = N_(
    "The scanner sent signs that no card holds. Empty the field and scan again."
)
TOO_LONG: Final = N_("This is longer than the QR code of any citizen card. Scan once only.")
NUMBER: Final = N_("The number on the card is not twelve digits. Scan again.")
PROVINCE: Final = N_(
    "The number on the card begins with a province or country that does not exist."
)
OLD_NUMBER: Final = N_("The old number on the card is neither nine nor twelve digits. Scan again.")
NAME: Final = N_("The name on the card could not be read. Scan again, or type it.")
BIRTH: Final = N_("The date of birth on the card does not exist or lies in the future.")
SEX: Final = N_("The sex on the card is neither Nam nor Nữ.")
YEAR_DIFFERS: Final = N_(
    "The number on the card says another year of birth than its date. Check the card: it may be"
    " damaged or forged."
)
SEX_DIFFERS: Final = N_(
    "The number on the card says another sex than the card. Check the card: it may be damaged or"
    " forged."
)
ADDRESS: Final = N_("The address on the card could not be read. Scan again, or type it.")
ISSUE: Final = N_("The date of issue on the card does not exist or cannot be right.")


class CardError(RuleError):
    """What was scanned is no citizen card, or was changed on the way."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says; `sex` is male or female, `old_number` may be empty."""

    personal_id: str
    old_number: str
    name: str
    born_on: date
    sex: str
    address: str
    issued_on: date


def parse(text: str, *, on: date) -> Card:
    """Return what the scanned text says, checked against itself and against the day `on`.

    Raises `CardError`, whose sentence tells the officer what to do; it never repeats the card.
    Source: 17/2024/TT-BCA (the number); the order of the parts is not verified by a legal text.
    """
    number, old_number, name, birth, sex, address, issue = _parts(_typed(text))
    personal_id = _number(number)
    card = Card(
        personal_id=personal_id,
        old_number=_old(old_number),
        name=_words(name, NAME_LONGEST, NAME),
        born_on=_day(birth, BIRTH),
        sex=_sex(sex),
        address=_words(address, ADDRESS_LONGEST, ADDRESS),
        issued_on=_day(issue, ISSUE),
    )
    _agrees(card, on)
    return card


def _typed(text: str) -> str:
    if len(text) > LONGEST:
        raise CardError(TOO_LONG)
    try:
        return clean(text.strip(" \t\r\n"))
    except TextError as error:
        raise CardError(NOT_PRINTABLE) from error


def _parts(typed: str) -> list[str]:
    """Return the seven known parts; those behind them are other people's and are dropped."""
    parts = [part.strip() for part in typed.split("|")]
    if _OTHER_SEPARATOR.match(typed) or (len(parts) > 1 and _DIGIT_KEYS.search(parts[0])):
        raise CardError(KEYBOARD)
    if len(parts) > FEWEST_PARTS and any(parts[0] in part for part in parts[1:] if parts[0]):
        raise CardError(TWICE)
    if not FEWEST_PARTS <= len(parts) <= MOST_PARTS:
        raise CardError(PARTS, found=len(parts), fewest=FEWEST_PARTS)
    return parts[:FEWEST_PARTS]


def _number(text: str) -> str:
    if not is_personal_id(text):
        raise CardError(NUMBER)
    if text[:3] < FIRST_COUNTRY and text[:3] not in BIRTH_PROVINCES:
        raise CardError(PROVINCE)
    return text


def _old(text: str) -> str:
    if text and not _OLD_NUMBER.fullmatch(text):
        raise CardError(OLD_NUMBER)
    return text


def _words(text: str, longest: int, sentence: str) -> str:
    if _LOST.search(text):
        raise CardError(LETTERS_LOST)
    odd = sentence is NAME and _UNLIKELY_IN_NAME.search(text)
    if not text or len(text) > longest or odd:
        raise CardError(sentence)
    return text


def _day(text: str, sentence: str) -> date:
    if _DIGIT_KEYS.search(text):
        raise CardError(KEYBOARD)
    try:
        if not _EIGHT_DIGITS.fullmatch(text):
            raise ValueError(text)
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError as error:
        raise CardError(sentence) from error


def _sex(text: str) -> str:
    """Return the sex; `Nữ` is the one word of every card that shows what became of its letters."""
    known = SEXES.get(text.lower())
    if known is not None:
        return known
    if _LOST.search(text):
        raise CardError(LETTERS_LOST)
    raise CardError(KEYBOARD if text[:1].lower() == "n" else SEX)


def _agrees(card: Card, on: date) -> None:
    """Hold the parts against one another: what a forger or a bad scan gets wrong."""
    if card.born_on > on:
        raise CardError(BIRTH)
    if birth_year(card.personal_id) != card.born_on.year:
        raise CardError(YEAR_DIFFERS)
    if ("male", "female")[int(card.personal_id[3]) % 2] != card.sex:
        raise CardError(SEX_DIFFERS)
    if not max(card.born_on, FIRST_CARDS) <= card.issued_on <= on:
        raise CardError(ISSUE)
