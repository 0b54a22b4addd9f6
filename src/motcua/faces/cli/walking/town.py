# SPDX-License-Identifier: Apache-2.0
"""The invented officials of the demonstration, found by the unit they work in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.kit import datafiles
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

ORDER = ("counter", "specialist", "leader", "clerk", "director", "unit_admin")


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who signs in by name; a `spare` one has the post of somebody asked before."""

    sign_in: str
    role: str
    spare: bool


class Town:
    """The units of `data/units` and who works there, as `data/demo` says."""

    def __init__(self) -> None:
        self._units = {row["id"]: row for row in datafiles.read_csv("units/agencies.csv")}
        self._officials = list(datafiles.read_csv("demo/officials.csv"))
        secrets = datafiles.read_yaml("demo/demo.yaml")
        self.password, self.passcode = str(secrets["password"]), str(secrets["vneid_passcode"])

    def named(self, words: str) -> str | None:
        """Return the key of the unit with this Vietnamese or English name."""
        found = (k for k, row in self._units.items() if words in (row["name_vi"], row["name_en"]))
        return next(found, None)

    def coded(self, code: str) -> str:
        """Return the key of a unit by its code, or by the statistics code of its commune."""
        for key, row in self._units.items():
            if code == row["code"] or code == key:
                return key
        for key, row in self._units.items():
            if code == row["commune_code"] and row["kind"] == "people_committee":
                return key
        raise Refusal(N_("There is no unit with the code %(code)s."), code=code)

    def crew(self, key: str) -> Iterator[Official]:
        """Yield those who carry a dossier of this unit: its one-stop centre's people, its own."""
        centre = self._units[key]["one_stop_id"]
        homes = dict.fromkeys(home for home in (centre, key) if home)
        found = [row for row in self._officials if row["unit_id"] in homes]
        found.sort(key=lambda row: ORDER.index(row["role"]) if row["role"] in ORDER else len(ORDER))
        posts = set()
        for row in found:
            post = (row["unit_id"], row["role"])
            yield Official(row["sign_in"], row["role"], post in posts)
            posts.add(post)
