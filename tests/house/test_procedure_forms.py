# SPDX-License-Identifier: Apache-2.0
"""The forms of the authored procedures take what is right and refuse what is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.house.authored import TEN, checked, demo, faults, leaves, needed, within


@pytest.mark.parametrize("code", TEN)
def test_the_demonstration_answers_are_complete_and_valid(code: str) -> None:
    sample = demo(code)

    result = checked(code)

    assert (sample["code"], sample["source"]) == (code, "synthetic")
    assert result.faults == ()
    assert needed(code, result.values) == sample["papers"]
    assert json.loads(json.dumps(sample["answers"])) == sample["answers"]


@pytest.mark.parametrize("code", TEN)
def test_the_demonstration_answers_hold_nothing_the_form_hides(code: str) -> None:
    kept = set(leaves(checked(code).values))

    assert set(leaves(demo(code)["answers"])) == kept


@pytest.mark.parametrize("code", [code for code in TEN if code != "2.000815"])
def test_nothing_is_handed_in_without_the_declaration(code: str) -> None:
    assert faults(code, {"declared": False}) == {("declared", "must_tick")}


def test_an_abandoned_child_needs_the_record_and_no_parents() -> None:
    result = checked("1.001193", within("1.001193", "child", case="abandoned"))

    assert needed("1.001193", result.values) == ["abandonment_record"]
    assert "mother" not in result.values and "father" not in result.values


def test_a_child_of_surrogacy_needs_the_clinic_s_confirmation() -> None:
    result = checked("1.001193", within("1.001193", "child", by_surrogacy=True))

    assert needed("1.001193", result.values) == ["birth_notice", "surrogacy_confirmation"]


@pytest.mark.parametrize(
    ("side", "born", "refused"),
    [
        ("wife", "2008-11-22", False),
        ("wife", "2008-11-23", True),
        ("husband", "2006-11-22", False),
        ("husband", "2006-11-23", True),
    ],
)
def test_spouses_are_of_age(side: str, born: str, refused: bool) -> None:
    found = faults("1.000894", within("1.000894", side, birth_on=born))

    assert ((f"{side}.birth_on", "date_too_late") in found) is refused


def test_a_divorced_spouse_names_the_decision() -> None:
    found = faults("1.000894", within("1.000894", "wife", marital_status="divorced"))

    assert found == {(f"wife.ended_{part}", "required") for part in ("number", "on", "by")}


def test_a_death_comes_after_the_birth_and_before_its_notice() -> None:
    notice = within("1.000656", "notice", issued_on="2026-05-19")
    born = within("1.000656", "deceased", birth_known="date", birth_on="2026-05-21")

    assert faults("1.000656", notice) == {("notice.issued_on", "date_before_other")}
    assert faults("1.000656", born) == {("death.on", "date_before_other")}


def test_a_death_long_ago_needs_evidence_instead_of_a_notice() -> None:
    result = checked("1.000656", within("1.000656", "death", long_ago=True))

    assert result.faults == ()
    assert needed("1.000656", result.values) == ["evidence"]


def test_a_certificate_for_marriage_names_whom() -> None:
    loan = {"kind": "other", "other": "Vay vốn"}

    assert ("partner.full_name", "required") in faults("1.004873", {"partner": {}})
    assert faults("1.004873", {"purpose": loan, "partner": {}}) == set()


@pytest.mark.parametrize("change", [{"pages": 0}, {"copies": 0}, {"issued_by": "foreign"}])
def test_a_certified_document_is_counted_and_told_where_it_is_from(change: Any) -> None:
    document = demo("2.000815")["answers"]["documents"][0] | change

    assert len(faults("2.000815", {"documents": [document]})) == 1


def test_a_household_that_designs_its_house_names_no_designer() -> None:
    result = checked("1.013225", {"designer": {"kind": "owner", "name": "Ai đó"}})

    assert result.faults == ()
    assert result.values["designer"] == {"kind": "owner"}
