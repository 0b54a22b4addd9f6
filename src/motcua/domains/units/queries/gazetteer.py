# SPDX-License-Identifier: Apache-2.0
"""All names of places, present and former, by which the address of a card is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.domains.units.models import CommuneName, FormerUnit, ProvinceName
from motcua.domains.units.queries.state import token
from motcua.kit import datafiles
from motcua.kit.snapshots import Snapshot
from motcua.rules.card_address import Former, Gazetteer, Present

FILE: Final = ("units", "provinces.csv")


@dataclass(frozen=True, slots=True)
class _Known:
    gazetteer: Gazetteer
    former_names: Mapping[str, tuple[str, ...]]


def gazetteer() -> Gazetteer:
    """Return the places of today and of before July 2025.

    Old communes are known of our own province only; of the others the old provinces.
    """
    return _KNOWN.get().gazetteer


def former_names(commune_code: str) -> tuple[str, ...]:
    """Return the names of the old communes whose ground this one has; none outside our province."""
    return _KNOWN.get().former_names.get(commune_code, ())


def _build(today: date) -> _Known:
    communes = {
        code: Present(code, province, name)
        for code, province, name in CommuneName.objects.on(today).values_list(
            "commune_id", "commune__province_id", "name_vi"
        )
    }
    former = [
        Former(name, district, communes[code])
        for name, district, code in FormerUnit.objects.order_by("code", "commune_id").values_list(
            "name_vi", "district", "commune_id"
        )
        if code in communes
    ]
    names: dict[str, tuple[str, ...]] = {}
    for one in former:
        names[one.now.code] = (*names.get(one.now.code, ()), one.name)
    return _Known(Gazetteer(_province_names(today), communes.values(), former), names)


def _province_names(today: date) -> Iterator[tuple[str, str]]:
    """Yield each name with the code of today, the present ones before the old."""
    yield from ProvinceName.objects.on(today).values_list("name_vi", "province_id")
    for row in datafiles.read_csv(datafiles.root().joinpath(*FILE)):
        for name in filter(None, row["merged_from"].split("; ")):
            yield name, row["code"]


_KNOWN = Snapshot(version=token, build=_build)
