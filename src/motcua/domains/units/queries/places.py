# SPDX-License-Identifier: Apache-2.0
"""Provinces and communes under their present names, for forms and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.domains.units.models import CommuneName, FormerUnit, Province, ProvinceName
from motcua.domains.units.queries.state import token
from motcua.kit.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class ProvinceCard:
    """A province under its present name."""

    code: str
    agency_code: str
    kind: str
    name_vi: str
    name_en: str
    short_name: str
    sort_key: str


@dataclass(frozen=True, slots=True)
class CommuneCard:
    """A commune under its present name."""

    code: str
    province_code: str
    kind: str
    name_vi: str
    name_en: str
    short_name: str
    sort_key: str


@dataclass(frozen=True, slots=True)
class FormerCard:
    """An old unit whose ground went, wholly or partly, to a present commune."""

    code: str
    name_vi: str
    district: str
    province: str
    partly: bool
    resolution: str
    merged_on: date


@dataclass(frozen=True, slots=True)
class _Places:
    provinces: Mapping[str, ProvinceCard]
    communes: Mapping[str, CommuneCard]
    by_province: Mapping[str, tuple[CommuneCard, ...]]


def provinces() -> tuple[ProvinceCard, ...]:
    """Return the provinces in Vietnamese order."""
    return tuple(_PLACES.get().provinces.values())


def province(code: str) -> ProvinceCard | None:
    """Return the province with this statistics code."""
    return _PLACES.get().provinces.get(code)


def communes(province_code: str) -> tuple[CommuneCard, ...]:
    """Return the communes of a province in Vietnamese order; none for an unknown code."""
    return _PLACES.get().by_province.get(province_code, ())


def commune(code: str) -> CommuneCard | None:
    """Return the commune with this statistics code."""
    return _PLACES.get().communes.get(code)


def former_units(commune_code: str) -> tuple[FormerCard, ...]:
    """Return what a commune was made of."""
    rows = FormerUnit.objects.filter(commune_id=commune_code).order_by("code")
    return tuple(
        FormerCard(
            row.code,
            row.name_vi,
            row.district,
            row.province,
            row.partly,
            row.resolution,
            row.merged_on,
        )  # fmt: skip
        for row in rows
    )


_SHOWN = ("kind", "name_vi", "name_en", "short_name", "sort_key")


def _build(today: date) -> _Places:
    agency_codes = dict(Province.objects.values_list("code", "agency_code"))
    names = ProvinceName.objects.on(today).order_by("sort_key")
    cards = [
        ProvinceCard(code, agency_codes[code], *rest)
        for code, *rest in names.values_list("province_id", *_SHOWN)
    ]
    places = [
        CommuneCard(*row)
        for row in CommuneName.objects.on(today)
        .order_by("sort_key", "commune_id")
        .values_list("commune_id", "commune__province_id", *_SHOWN)
    ]
    grouped: dict[str, list[CommuneCard]] = {}
    for place in places:
        grouped.setdefault(place.province_code, []).append(place)
    return _Places(
        {card.code: card for card in cards},
        {place.code: place for place in places},
        {code: tuple(group) for code, group in grouped.items()},
    )


_PLACES = Snapshot(version=token, build=_build)
