# SPDX-License-Identifier: Apache-2.0
"""Invented applicants: names by their frequency, numbers that nobody was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

from motcua.kit import datafiles
from motcua.rules.words import fold

NAMES = "demo/names.csv"
PROVINCE = "024"


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks; `search` is the folded name."""

    name: str
    search: str
    personal_id: str
    birth_on: str
    phone: str

    def into(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answers with this person, who has no e-mail, in the applicant's fields."""
        own = {
            "applicant_name": self.name,
            "applicant_personal_id": self.personal_id,
            "applicant_birth_on": self.birth_on,
            "applicant_phone": self.phone,
        }
        changed = {name: value for name, value in own.items() if name in values}
        kept = {name: value for name, value in values.items() if name != "applicant_email"}
        return {**kept, **changed}


class Register:
    """Draws persons; the same random numbers give the same persons."""

    def __init__(self) -> None:
        found: dict[tuple[str, str], list[tuple[str, float]]] = {}
        for row in datafiles.read_csv(NAMES):
            word = (row["text"], float(row["weight"]))
            found.setdefault((row["kind"], row["sex"]), []).append(word)
        self._words = {
            key: ([text for text, _ in rows], list(accumulate(weight for _, weight in rows)))
            for key, rows in found.items()
        }

    def draw(self, random: Random) -> Person:
        """Return one grown-up."""
        sex = random.choice("MF")
        parts = [self._word(random, "surname", ""), self._word(random, "middle", sex)]
        name = " ".join((*parts, self._word(random, "given", sex)))
        year = random.randint(1945, 2005)
        digit = (year - 1900) // 100 * 2 + (sex == "F")
        return Person(
            name=name,
            search=fold(name),
            personal_id=f"{PROVINCE}{digit}{year % 100:02d}99{random.randint(1, 9999):04d}",
            birth_on=f"{year}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
            phone=f"0900{random.randint(100000, 999999)}",
        )

    def _word(self, random: Random, kind: str, sex: str) -> str:
        texts, weights = self._words[kind, sex]
        return random.choices(texts, cum_weights=weights)[0]
