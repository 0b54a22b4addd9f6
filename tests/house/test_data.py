# SPDX-License-Identifier: Apache-2.0
"""The reference data holds together: counts, codes, periods, and what is real told apart."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "data"
DERIVED = sorted(
    path
    for folder in ("units", "banks", "catalogue", "demo")
    for path in (DATA / folder).iterdir()
    if path.suffix in (".csv", ".jsonl")
)
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
AGENCY_CODE = re.compile(r"H05(\.\d{2,3}){0,4}")
PERSONAL_ID = re.compile(r"0\d{2}[0-3]\d{8}")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def row_count(path: Path) -> int:
    name = str(path.relative_to(DATA))
    return len(rows(name) if path.suffix == ".csv" else records(name))


def pairs() -> list[tuple[str, str]]:
    committees = [
        a["code"]
        for a in rows("units/agencies.csv")
        if a["kind"] == "people_committee" and a["level"] == "commune"
    ]
    found = []
    for row in rows("catalogue/competence.csv"):
        units = committees if row["unit_rule"] == "all_communes" else [row["unit_rule"]]
        found += [(row["procedure_code"], unit) for unit in units if unit]
    return found


@pytest.mark.parametrize("path", DERIVED, ids=lambda path: path.name)
def test_text_is_nfc_with_unix_lines(path: Path) -> None:
    raw = path.read_bytes()

    text = raw.decode("utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in raw
    assert text.endswith("\n")


@pytest.mark.parametrize("path", DERIVED, ids=lambda path: path.name)
def test_the_readme_lists_each_file_with_its_row_count(path: Path) -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")

    line = f"| `{path.relative_to(DATA)}` | {row_count(path)} |"

    assert line in readme


def test_the_country_has_34_provinces_and_3321_communes() -> None:
    provinces = {row["code"] for row in rows("units/provinces.csv")}
    communes = rows("units/communes.csv")

    assert len(provinces) == 34
    assert len({row["code"] for row in communes}) == len(communes) == 3321
    assert {row["province_code"] for row in communes} == provinces


def test_bac_ninh_had_33_wards_and_has_45() -> None:
    communes = rows("units/bac_ninh_communes.csv")

    assert Counter(row["kind"] for row in communes) == {"ward": 33, "commune": 66}
    assert Counter(row["kind_2026_10"] for row in communes) == {"ward": 45, "commune": 54}


def test_a_change_of_kind_has_a_day_to_verify() -> None:
    for row in rows("units/bac_ninh_communes.csv"):
        changed = row["kind"] != row["kind_2026_10"]

        assert bool(row["changed_on"]) == changed
        assert (row["to_verify"] == "1") == changed


def test_every_former_unit_went_into_one_of_the_99() -> None:
    communes = {
        row["code"]: int(row["former_units"]) for row in rows("units/bac_ninh_communes.csv")
    }
    former = rows("units/former_units.csv")

    assert len({row["old_code"] for row in former}) == len(former) == 313
    assert Counter(row["new_code"] for row in former) == communes


def test_each_agency_has_its_own_code_and_only_h05_is_real() -> None:
    agencies = rows("units/agencies.csv")

    assert len({row["code"] for row in agencies}) == len(agencies) == 226
    assert all(AGENCY_CODE.fullmatch(row["code"]) for row in agencies)
    assert [row["code"] for row in agencies if row["code_kind"] == "real"] == ["H05"]


def test_agencies_point_only_to_places_and_agencies_that_exist() -> None:
    agencies = rows("units/agencies.csv")
    ids = {row["id"] for row in agencies}
    communes = {row["code"] for row in rows("units/bac_ninh_communes.csv")}

    assert {row["commune_code"] for row in agencies} - {""} == communes
    assert {row["parent_id"] for row in agencies} <= ids | {""}
    assert {row["one_stop_id"] for row in agencies} <= ids | {""}


def test_every_commune_has_a_committee_and_a_centre_that_serves_it() -> None:
    at_communes = [row for row in rows("units/agencies.csv") if row["level"] == "commune"]

    committees = {r["commune_code"]: r for r in at_communes if r["kind"] == "people_committee"}
    centres = {r["commune_code"]: r for r in at_communes if r["kind"] == "service_centre"}

    assert len(committees) == len(centres) == 99
    for code, committee in committees.items():
        assert committee["one_stop_id"] == centres[code]["id"]


def test_names_of_an_agency_follow_each_other_without_gap() -> None:
    periods: dict[str, list[dict[str, str]]] = {}
    for row in rows("units/agency_names.csv"):
        periods.setdefault(row["agency_id"], []).append(row)

    assert set(periods) == {row["id"] for row in rows("units/agencies.csv")}
    for names in periods.values():
        ends = [row["valid_to"] for row in names]
        assert ends == [row["valid_from"] for row in names[1:]] + [""]


def test_the_catalogue_has_1982_procedures_of_which_27_are_repealed() -> None:
    catalogue = records("catalogue/procedures.jsonl")

    assert len({record["code"] for record in catalogue}) == len(catalogue) == 1982
    assert sum(record["repealed"] for record in catalogue) == 27


def test_every_procedure_belongs_to_a_level_of_the_province() -> None:
    for record in records("catalogue/procedures.jsonl"):
        assert {"tinh", "xa"} & set(record["levels"]), record["code"]
        assert record["online_level"] in ("full", "partial", "unknown")


def test_no_paper_is_a_piece_of_a_sentence() -> None:
    names = [
        paper["name"]
        for record in records("catalogue/procedures.jsonl")
        for paper in record.get("documents", [])
    ]

    assert names
    assert not [name for name in names if len(name) < 7 or name[0].islower()]


def test_what_was_typed_by_hand_says_so() -> None:
    filled = [r for r in records("catalogue/procedures.jsonl") if "curated" in r]

    assert filled
    for record in filled:
        assert set(record["curated"]["added"]) <= set(record)
        assert record["curated"]["source"] in ("real", "recall_unverified")


def test_competence_covers_exactly_the_configured_procedures() -> None:
    configured = {r["code"] for r in records("catalogue/procedures.jsonl") if not r["repealed"]}

    assert len(configured) == 1955
    assert {row["procedure_code"] for row in rows("catalogue/competence.csv")} == configured


def test_competence_names_only_units_that_exist() -> None:
    codes = {row["code"] for row in rows("units/agencies.csv")}

    rules = {row["unit_rule"] for row in rows("catalogue/competence.csv")}

    assert rules <= codes | {"all_communes", ""}


def test_a_pair_of_procedure_and_unit_is_counted_once() -> None:
    found = pairs()

    assert len(set(found)) == len(found) == 26_957


def test_an_unknown_unit_makes_no_pair_and_is_to_verify() -> None:
    for row in rows("catalogue/competence.csv"):
        assert (row["certainty"] == "unknown") == (row["unit_rule"] == "")
        assert (row["to_verify"] == "0") == (row["certainty"] == "real")


def test_lists_of_the_catalogue_name_only_its_procedures() -> None:
    codes = {record["code"] for record in records("catalogue/procedures.jsonl")}

    for name in ("catalogue/fees.csv", "catalogue/replaced_papers.csv"):
        assert {row["code"] for row in rows(name)} <= codes


def test_every_unit_with_a_pair_has_people_for_every_step() -> None:
    posts = {(row["unit_code"], row["role"]) for row in rows("demo/officials.csv")}
    agencies = {row["code"]: row for row in rows("units/agencies.csv")}
    code_of = {row["id"]: row["code"] for row in agencies.values()}

    for code in {unit for _, unit in pairs()}:
        assert (code_of[agencies[code]["one_stop_id"]], "counter") in posts
        assert {(code, role) for role in ("specialist", "leader", "clerk")} <= posts


def test_two_wards_have_somebody_who_runs_committee_and_centre() -> None:
    admins = {row["unit_id"] for row in rows("demo/officials.csv") if row["role"] == "unit_admin"}

    for unit in ("BN-C09187", "BN-C09190"):
        assert {unit, f"{unit}-PVHCC"} <= admins


def test_sign_in_names_are_unique_and_follow_the_rule() -> None:
    officials = rows("demo/officials.csv")

    people = {(row["sign_in"], row["full_name"]) for row in officials}
    posts = {(row["sign_in"], row["unit_id"], row["role"]) for row in officials}
    assert len({name for name, _ in people}) == len(people)
    assert len(posts) == len(officials)
    for row in officials:
        *rest, given = fold(row["full_name"]).split()
        stem = given + "".join(word[0] for word in rest)
        assert re.fullmatch(rf"{stem}\d{{3,12}}", row["sign_in"])


def test_personal_numbers_agree_with_sex_and_year_of_birth() -> None:
    for row in rows("demo/citizens.csv"):
        born = date.fromisoformat(row["born_on"])
        number = row["personal_id"]

        assert PERSONAL_ID.fullmatch(number)
        assert int(number[3]) == 2 * (born.year >= 2000) + (row["sex"] == "F")
        assert int(number[4:6]) == born.year % 100


def test_tax_codes_of_businesses_have_their_check_digit() -> None:
    for row in rows("demo/businesses.csv"):
        digits = [int(digit) for digit in row["tax_code"]]

        weighted = sum(d * w for d, w in zip(digits, TAX_WEIGHTS, strict=False))

        assert digits[9] == 10 - weighted % 11


def test_everybody_in_the_demonstration_is_marked_synthetic() -> None:
    for name in ("demo/officials.csv", "demo/citizens.csv", "demo/businesses.csv"):
        assert {row["source"] for row in rows(name)} == {"synthetic"}


def test_citizens_live_in_bac_ninh_and_represent_the_businesses() -> None:
    citizens = rows("demo/citizens.csv")
    communes = {row["code"] for row in rows("units/bac_ninh_communes.csv")}
    numbers = {row["personal_id"] for row in citizens}

    assert {row["commune_code"] for row in citizens} <= communes
    assert {row["representative_id"] for row in rows("demo/businesses.csv")} <= numbers
    assert len(numbers) == len(citizens) == 40
