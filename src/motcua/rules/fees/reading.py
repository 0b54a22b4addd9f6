# SPDX-License-Identifier: Apache-2.0
"""From the mappings written in a procedure file to the rows of a fee table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final, TypeGuard, TypeVar

from motcua.rules import conditions
from motcua.rules.errors import RuleError
from motcua.rules.fees.table import Channel, FeeKind, FeeRow, Per, Tier
from motcua.rules.words import N_

AMOUNT_MAX: Final = 1_000_000_000_000
_KEYS: Final = frozenset(
    "code title kind amount_vnd tiers per cap_vnd_per_copy each pages_from copies_from channels"
    " exempt_if exempt_reason valid_from valid_to source to_verify note".split()
)
_MEANINGLESS: Final[Mapping[Per, frozenset[str]]] = MappingProxyType(
    {
        Per.DOSSIER: frozenset({"tiers", "cap_vnd_per_copy", "each", "pages_from", "copies_from"}),
        Per.COPY: frozenset({"tiers", "cap_vnd_per_copy", "pages_from"}),
        Per.PAGE: frozenset(),
    }
)
_CHANNELS: Final = {channel.name.lower(): channel for channel in Channel}

Name = TypeVar("Name", bound=StrEnum)


class FeeTableError(RuleError):
    """A table that cannot be counted with; names the row and the key."""


def parse(table: object) -> tuple[FeeRow, ...]:
    """Return the rows of a table; dates may be dates or ISO texts.

    Raises `FeeTableError`, `ConditionError`.
    """
    if not isinstance(table, list | tuple):
        raise FeeTableError(N_("A fee table is a list of rows."))
    rows = tuple(_row(mapping) for mapping in table)
    for one, other in combinations(rows, 2):
        if one.meets(other):
            raise FeeTableError(
                N_("Two rows of the fee “%(code)s” hold for the same channel and day."),
                code=one.code,
            )
    return rows


def _row(mapping: object) -> FeeRow:
    if not isinstance(mapping, Mapping):
        raise FeeTableError(N_("A row of a fee table is a mapping."))
    read = _Reader(mapping)
    per = read.name("per", Per, Per.PAGE if "tiers" in mapping else Per.DOSSIER)
    for key in sorted(_MEANINGLESS[per] & mapping.keys()):
        raise read.wrong(key)
    return FeeRow(
        code=read.code,
        title=read.title("title"),
        kind=read.name("kind", FeeKind, None),
        per=per,
        tiers=_tiers(read),
        cap_vnd_per_copy=read.amount("cap_vnd_per_copy"),
        each=read.text("each", None),
        pages_from=read.text("pages_from", "pages") or "",
        copies_from=read.text("copies_from", "copies") or "",
        channels=_channels(read),
        exempt_if=conditions.parse(mapping["exempt_if"]) if mapping.get("exempt_if") else None,
        exempt_reason=read.title("exempt_reason") if mapping.get("exempt_reason") else None,
        valid_from=read.day("valid_from") or date.min,
        valid_to=read.day("valid_to"),
        source=read.text("source", "") or "",
    )


def _tiers(read: _Reader) -> tuple[Tier, ...]:
    """Read the amount or the tiers, never both; tiers follow one another from page 1 on."""
    written = read.mapping.get("tiers")
    if written is None:
        return (Tier(1, None, read.due_amount("amount_vnd")),)
    if "amount_vnd" in read.mapping or not isinstance(written, list | tuple):
        raise read.wrong("tiers")
    tiers, expected = [], 1
    for part in written:
        tier = _tier(read, part)
        if tier.from_page != expected:
            raise read.wrong("tiers")
        tiers.append(tier)
        expected = 0 if tier.to_page is None else tier.to_page + 1
    if expected != 0:
        raise read.wrong("tiers")
    return tuple(tiers)


def _tier(read: _Reader, part: object) -> Tier:
    if not isinstance(part, Mapping) or not part.keys() <= {"from_page", "to_page", "amount_vnd"}:
        raise read.wrong("tiers")
    first, last = part.get("from_page"), part.get("to_page")
    if not _is_count(first) or not (last is None or (_is_count(last) and last >= first)):
        raise read.wrong("tiers")
    amount = part.get("amount_vnd")
    if not _is_amount(amount):
        raise read.wrong("tiers")
    return Tier(first, last, amount)


def _channels(read: _Reader) -> frozenset[Channel]:
    names = read.mapping.get("channels")
    if names is None:
        return frozenset(Channel)
    if not isinstance(names, list | tuple) or not names:
        raise read.wrong("channels")
    if not all(isinstance(name, str) and name in _CHANNELS for name in names):
        raise read.wrong("channels")
    return frozenset(_CHANNELS[name] for name in names)


class _Reader:
    """The keys of one row, each of its kind; the errors know the row."""

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self.mapping = mapping
        code = mapping.get("code")
        self.code = code if isinstance(code, str) else ""
        if not self.code:
            raise self.wrong("code")
        for key in mapping:
            if key not in _KEYS:
                raise self.wrong(str(key))

    def wrong(self, key: str) -> FeeTableError:
        """Return the error about a key."""
        return FeeTableError(
            N_("In the fee “%(code)s” the key “%(key)s” is missing, unknown or malformed."),
            code=self.code,
            key=key,
        )

    def title(self, key: str) -> Mapping[str, str]:
        """Return a text in both languages."""
        title = self.mapping.get(key)
        if not isinstance(title, Mapping) or not all(
            isinstance(title.get(language), str) and title[language] for language in ("vi", "en")
        ):
            raise self.wrong(key)
        return title

    def name(self, key: str, kind: type[Name], default: Name | None) -> Name:
        """Return one of the names of a kind."""
        try:
            return kind(self.mapping.get(key, default))
        except ValueError as error:
            raise self.wrong(key) from error

    def text(self, key: str, default: str | None) -> str | None:
        """Return a text."""
        text = self.mapping.get(key, default)
        if text is not None and not isinstance(text, str):
            raise self.wrong(key)
        return text

    def amount(self, key: str) -> int | None:
        """Return an amount in đồng, None when there is none."""
        return None if self.mapping.get(key) is None else self.due_amount(key)

    def due_amount(self, key: str) -> int:
        """Return an amount in đồng."""
        amount = self.mapping.get(key)
        if not _is_amount(amount):
            raise self.wrong(key)
        return amount

    def day(self, key: str) -> date | None:
        """Return a date, None when there is none."""
        day = self.mapping.get(key)
        try:
            day = date.fromisoformat(day) if isinstance(day, str) else day
        except ValueError as error:
            raise self.wrong(key) from error
        if day is not None and not isinstance(day, date):
            raise self.wrong(key)
        return day


def _is_amount(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= AMOUNT_MAX


def _is_count(value: object) -> TypeGuard[int]:
    return _is_amount(value) and value != 0
