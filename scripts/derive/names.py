# SPDX-License-Identifier: Apache-2.0
"""Parts of Vietnamese names with weights, and drawing invented people from them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from derive.tables import Folder, Row, fold

PARTS = "kind,sex,text,weight,source".split(",")
PLACES = "kind,name,commune_code,source".split(",")
FIRST_BIRTH_YEAR_2000S = 2000
PROVINCE_PREFIXES = ("024", "027")
ONLY_SECOND = ("Văn", "Thị")
WORDS_FROM = "hoten.org"


def derive(shared: Folder, out: Folder) -> dict[str, int]:
    """Write demo/names.csv and demo/localities.csv; weights are synthetic."""
    places = [
        {"kind": r["kind"], "name": r["name"], "commune_code": r["commune_code"]}
        | {"source": r["source"]}
        for r in shared.rows("localities_bac_ninh.csv")
        if r["commune_code"]
    ]
    return out.write_rows("demo/names.csv", PARTS, _parts(shared)) | out.write_rows(
        "demo/localities.csv", PLACES, places
    )


def _parts(shared: Folder) -> list[Row]:
    rows = [
        _part("surname", "", r["surname"], r["weight_suggested"])
        for r in shared.rows("names_surnames.csv")
    ]
    rows += [
        _part("middle", r["gender"], r["middle"], r["share_pct"])
        for r in shared.rows("names_middle.csv")
        if r["n_words"] == "1"
    ]
    rows += [
        _part("given", r["gender"], r["given"], r["weight_suggested"])
        for r in shared.rows("names_given.csv")
    ]
    rows += [
        _part("words", r["gender"], r["n_words"], r["pct"])
        for r in shared.rows("names_structure.csv")
        if WORDS_FROM in r["note"] and r["n_words"] in ("2", "3", "4")
    ]
    return rows


def _part(kind: str, sex: str, text: str, weight: str) -> Row:
    return {"kind": kind, "sex": sex, "text": text, "weight": weight, "source": "synthetic"}


@dataclass(frozen=True)
class Person:
    """An invented person; `personal_id` has the shape of a citizen number, nobody's on purpose."""

    full_name: str
    sex: str
    born_on: str
    personal_id: str


class Crowd:
    """Draws invented people; the same seed draws the same people."""

    def __init__(self, out: Folder, seed: int) -> None:
        self.random = Random(seed)
        self._parts: dict[tuple[str, str], tuple[list[str], list[float]]] = {}
        for row in out.rows("demo/names.csv"):
            texts, weights = self._parts.setdefault((row["kind"], row["sex"]), ([], []))
            texts.append(row["text"])
            weights.append(float(row["weight"]))

    def person(self, first_year: int, last_year: int) -> Person:
        """Draw a person born in one of these years."""
        sex = "MF"[self.below(2)]
        year = first_year + self.below(last_year - first_year + 1)
        born_on = f"{year}-{1 + self.below(12):02d}-{1 + self.below(28):02d}"
        return Person(self._name(sex), sex, born_on, self.personal_id(sex, year))

    def personal_id(self, sex: str, year: int) -> str:
        """Draw 12 digits: province, sex and century, two digits of the year, six of chance.

        Source: Circular 59/2021/TT-BCA (now 17/2024/TT-BCA); there is no check digit.
        """
        century = (2 if year >= FIRST_BIRTH_YEAR_2000S else 0) + (sex == "F")
        serial = 1 + self.below(999_999)
        return f"{PROVINCE_PREFIXES[self.below(2)]}{century}{year % 100:02d}{serial:06d}"

    def below(self, end: int) -> int:
        """Draw a whole number from 0 to end-1 the same way on every version of Python."""
        return int(self.random.random() * end)

    def _name(self, sex: str) -> str:
        words = int(self._draw("words", sex))
        name = [self._draw("surname", "")]
        while len(name) < words:
            part = self._draw("given" if len(name) == words - 1 else "middle", sex)
            if part not in name and not (len(name) > 1 and part in ONLY_SECOND):
                name.append(part)
        return " ".join(name)

    def _draw(self, kind: str, sex: str) -> str:
        texts, weights = self._parts[kind, sex]
        return self.random.choices(texts, weights)[0]


def sign_in(full_name: str, personal_id: str, taken: set[str]) -> str:
    """Return the sign-in name: given name, initials of the rest, last digits of the number.

    Three digits; four when that is taken, and so on. Source: Decision 79/2025/QĐ-UBND of Bắc Ninh.
    """
    *rest, given = fold(full_name).split()
    stem = given + "".join(word[0] for word in rest)
    digits = next(n for n in range(3, 13) if stem + personal_id[-n:] not in taken)
    return stem + personal_id[-digits:]
