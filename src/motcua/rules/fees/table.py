# SPDX-License-Identifier: Apache-2.0
"""A row of a fee table: what is owed, by whom not, through which channel, in which period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from motcua.rules.conditions import Condition


class Channel(IntEnum):
    """How a dossier came, by the codes of the national portal; tables use the small names."""

    DIRECT = 1
    ONLINE = 2
    POSTAL = 3


class FeeKind(StrEnum):
    """Phí pays for a service, lệ phí is owed for an act of the state."""

    FEE = "fee"
    CHARGE = "charge"


class Per(StrEnum):
    """What an amount is multiplied by."""

    DOSSIER = "dossier"
    COPY = "copy"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Tier:
    """The amount of each page from one to another; without `to_page`, of all further pages."""

    from_page: int
    to_page: int | None
    amount_vnd: int

    def of(self, pages: int) -> int:
        """Return what this tier adds for so many pages."""
        last = pages if self.to_page is None else min(pages, self.to_page)
        return max(0, last - self.from_page + 1) * self.amount_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow:
    """One row; a plain amount is a single tier. All amounts are whole đồng."""

    code: str
    title: Mapping[str, str]
    kind: FeeKind
    per: Per
    tiers: tuple[Tier, ...]
    cap_vnd_per_copy: int | None
    each: str | None
    pages_from: str
    copies_from: str
    channels: frozenset[Channel]
    exempt_if: Condition | None
    exempt_reason: Mapping[str, str] | None
    valid_from: date
    valid_to: date | None
    source: str

    def holds(self, channel: Channel, on: date) -> bool:
        """Whether the row speaks of a dossier that came through this channel on this date."""
        ended = self.valid_to is not None and self.valid_to <= on
        return channel in self.channels and self.valid_from <= on and not ended

    def meets(self, other: FeeRow) -> bool:
        """Whether some dossier would fall under both rows of one code."""
        apart = (self.valid_to is not None and self.valid_to <= other.valid_from) or (
            other.valid_to is not None and other.valid_to <= self.valid_from
        )
        return self.code == other.code and not apart and bool(self.channels & other.channels)

    def amount_vnd(self, *, pages: int, copies: int) -> int:
        """Return what so many copies of so many pages cost."""
        if self.per is Per.DOSSIER:
            return self.tiers[0].amount_vnd
        if self.per is Per.COPY:
            return self.tiers[0].amount_vnd * copies
        one = sum(tier.of(pages) for tier in self.tiers)
        return (one if self.cap_vnd_per_copy is None else min(one, self.cap_vnd_per_copy)) * copies
