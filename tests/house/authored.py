# SPDX-License-Identifier: Apache-2.0
"""The authored procedure files and their demonstration answers, as several tests read them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from motcua.domains.procedures import papers as paper_lists
from motcua.kit.datafiles import read_yaml
from motcua.rules import forms

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
FILES = {path.stem: path for path in sorted((DATA / "procedures").rglob("*.yaml"))}
TODAY = date(2026, 11, 22)
TEN = [
    "1.000656", "1.000894", "1.001193", "1.001612", "1.004873", "1.013225", "1.013831",
    "1.116909", "2.000635", "2.000815",
]  # fmt: skip


def column(name: str, key: str) -> frozenset[str]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return frozenset(row[key] for row in csv.DictReader(stream))


def pairs(name: str, *keys: str) -> frozenset[tuple[str, ...]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return frozenset(tuple(row[key] for key in keys) for row in csv.DictReader(stream))


def _records() -> dict[str, dict[str, Any]]:
    lines = (DATA / "catalogue/procedures.jsonl").read_text(encoding="utf-8").splitlines()
    return {one["code"]: one for one in map(json.loads, lines) if one["code"] in TEN}


FACTS = _records()


class Registers:
    """The places of the reference data."""

    provinces = column("units/provinces.csv", "code")
    communes = column("units/communes.csv", "code")
    places = pairs("units/communes.csv", "code", "province_code")

    def province(self, code: str) -> bool:
        return code in self.provinces

    def commune(self, code: str) -> bool:
        return code in self.communes

    def lies_in(self, commune: str, province: str) -> bool:
        return (commune, province) in self.places

    def register(self, name: str, value: str) -> bool:
        return False


def config(code: str) -> dict[str, Any]:
    return dict(read_yaml(FILES[code]))


def demo(code: str) -> dict[str, Any]:
    return dict(read_yaml(DATA / "demo" / "answers" / f"{code}.yaml"))


def checked(code: str, changes: Mapping[str, Any] | None = None) -> forms.Checked:
    """Check the demonstration answers, some of them replaced."""
    answers = demo(code)["answers"] | (changes or {})
    return forms.check(forms.parse(config(code)["form"]), answers, on=TODAY, lookups=Registers())


def faults(code: str, changes: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(fault.path, fault.code) for fault in checked(code, changes).faults}


def within(code: str, name: str, **changes: Any) -> dict[str, Any]:
    """The demonstration answers under a name with some of them replaced."""
    return {name: demo(code)["answers"][name] | changes}


def needed(code: str, values: Mapping[str, Any]) -> list[str]:
    """The papers to hand in with these answers."""
    listed = paper_lists.parse(config(code)["papers"])
    return [one.code for one in listed if one.role == "submit" and one.is_required(values)]


def leaves(value: object, path: str = "") -> Iterator[str]:
    """The dotted paths of all single answers."""
    parts: Any = ()
    if isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        parts = enumerate(value)
    elif value is not None:
        yield path
    for name, part in parts:
        yield from leaves(part, f"{path}.{name}".lstrip("."))


def texts(value: object) -> Iterator[Mapping[str, str]]:
    """Every text that is written for readers."""
    parts: Any = ()
    if isinstance(value, Mapping):
        if "vi" in value:
            yield value
        parts = value.values()
    elif isinstance(value, list):
        parts = value
    for part in parts:
        yield from texts(part)
