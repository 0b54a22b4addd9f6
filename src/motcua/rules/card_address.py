# SPDX-License-Identifier: Apache-2.0
"""Which commune and province of today the address of a citizen card means.

A card writes its parts from small to large, parted by commas: house and street, commune, district,
province; one issued since the districts went has no district. It keeps the names of its time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.rules.place_names import Named, same_name, says_district
from motcua.rules.words import fold

MERGED_ON: Final = date(2025, 7, 1)
"""The first day of the present communes, without districts. Source: 202/2025/QH15."""

COUNTRY: Final = "viet nam"
MOST_OFFERED: Final = 6
_PARTED: Final = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Present:
    """A commune, ward or special zone of today; `code` and `province` are statistics codes."""

    code: str
    province: str
    name: str


@dataclass(frozen=True, slots=True)
class Former:
    """A commune of before the merger, and the one of today its ground, or a part of it, went to."""

    name: str
    district: str
    now: Present


@dataclass(frozen=True, slots=True)
class Reading:
    """One commune the address may mean; its last `taken` parts say the place, not the house."""

    commune: str
    province: str
    taken: int


@dataclass(frozen=True, slots=True)
class Place:
    """What the address means: one certain reading, or those to choose from, the likeliest first.

    `province` is empty when it is unknown or not certain. `street` is what stays for house and
    street: the whole address while the commune is not certain.
    """

    street: str
    province: str = ""
    readings: tuple[Reading, ...] = ()
    certain: bool = False


class Gazetteer:
    """The places a card may name; provinces also under the names they had before the merger."""

    def __init__(
        self,
        provinces: Iterable[tuple[str, str]],
        present: Iterable[Present],
        former: Iterable[Former],
    ) -> None:
        """Keep provinces as (name, code of today), communes of today and of before."""
        self.provinces = Named(provinces)
        self.present = Named((one.name, one) for one in present)
        self.former = Named((one.name, one) for one in former)


def place_of(address: str, gazetteer: Gazetteer, *, issued_on: date) -> Place:
    """Return what the address of a card issued on this day means today.

    Certain is only what the places say: an old commune together with its district, whose ground
    went to one commune; or a commune of today, on a card of today. A mere likeness of names in
    the same province is offered, never taken.
    """
    *parts, last = _parts(address) or [""]
    provinces = tuple(dict.fromkeys(gazetteer.provinces.of(last)))
    sure = _once(_sure(parts, provinces, gazetteer, issued_on))
    if len(sure) == 1:
        return Place(street_of(address, sure[0].taken), sure[0].province, sure, certain=True)
    province = provinces[0] if len(provinces) == 1 else ""
    return Place(address, province, sure or _once(_likely(parts, provinces, gazetteer)))


def street_of(address: str, taken: int) -> str:
    """Return the address without its last parts, those that name commune, district, province."""
    parts = _parts(address)
    return ", ".join(parts[: max(len(parts) - taken, 0)])


def _parts(address: str) -> list[str]:
    parts = [part for part in _PARTED.split(address.strip()) if part]
    return parts[:-1] if parts and fold(parts[-1]) == COUNTRY else parts


def _sure(
    parts: Sequence[str], provinces: Sequence[str], gazetteer: Gazetteer, issued_on: date
) -> list[Reading]:
    """Return what both commune and district say, and on a card of today what the commune says."""
    before = [
        _reading(one.now, taken=3)
        for one in _formers(parts, 2, provinces, gazetteer)
        if same_name(parts[-1], one.district)
    ]
    if issued_on < MERGED_ON or not parts or says_district(parts[-1]):
        return before
    return [*before, *(_reading(one, 2) for one in _presents(parts, 1, provinces, gazetteer))]


def _likely(parts: Sequence[str], provinces: Sequence[str], gazetteer: Gazetteer) -> list[Reading]:
    """Return the communes, old and present, that bear the name which should be the commune's."""
    for place in (2, 1):
        found = [
            *(one.now for one in _formers(parts, place, provinces, gazetteer)),
            *_presents(parts, place, provinces, gazetteer),
        ]
        if found:
            return [_reading(one, place + 1) for one in found]
    return []


def _formers(
    parts: Sequence[str], place: int, provinces: Sequence[str], gazetteer: Gazetteer
) -> list[Former]:
    """Return the old communes that the part so many places before the province may name."""
    named = gazetteer.former.of(parts[-place]) if len(parts) >= place else ()
    return [one for one in named if one.now.province in provinces]


def _presents(
    parts: Sequence[str], place: int, provinces: Sequence[str], gazetteer: Gazetteer
) -> list[Present]:
    """Return the communes of today that the part so many places before the province may name."""
    named = gazetteer.present.of(parts[-place]) if len(parts) >= place else ()
    return [one for one in named if one.province in provinces]


def _reading(one: Present, taken: int) -> Reading:
    return Reading(one.code, one.province, taken)


def _once(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return each commune once, and no more than a person can choose from."""
    first: dict[str, Reading] = {}
    for one in readings:
        first.setdefault(one.commune, one)
    return tuple(first.values())[:MOST_OFFERED]
