# SPDX-License-Identifier: Apache-2.0
"""The authored procedures are sound, true to the national record, and can be filled in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from motcua.domains.procedures import papers as paper_lists
from motcua.domains.procedures.catalogue.files import units
from motcua.domains.procedures.reading import terms
from motcua.domains.procedures.soundness import problems
from motcua.kit import datafiles
from motcua.kit.access import Role
from motcua.rules import fees, forms, workflow
from motcua.rules.generation import TO_VERIFY
from motcua.rules.workflow import Clock, Position, Status
from motcua.rules.worktime import LimitUnit
from tests.house.authored import FACTS, FILES, ROOT, TEN, TODAY, column, config, texts

ROLES = frozenset(role.value for role in Role)
DIRECT, ONLINE, POSTAL = 1, 2, 3
APPLICANT_KINDS = {
    "applicant_name": "person_name",
    "applicant_personal_id": "personal_id",
    "applicant_birth_on": "past_date",
    "applicant_phone": "phone",
    "applicant_email": "email",
    "applicant_address": "address",
    "applicant_organisation": "text",
    "applicant_tax_code": "tax_code",
}
UNTIL_CLOSING = 120  # working minutes from 15:00 to 17:00
ROW = re.compile(r"^\| (\d\.\d{6}) \| .*? \| (\S+) \|.*\| (.*?) \|$", re.MULTILINE)


def test_ten_procedures_are_authored() -> None:
    assert sorted(FILES) == TEN
    assert all(config(code)["code"] == code for code in TEN)
    assert all(config(code)["source"] == "authored" for code in TEN)


@pytest.mark.parametrize("code", TEN)
def test_it_is_sound(code: str) -> None:
    assert problems(config(code), roles=ROLES, agencies=units(datafiles.root())) == ()


@pytest.mark.parametrize("code", TEN)
def test_every_text_is_there_in_both_languages(code: str) -> None:
    for text in texts(config(code)):
        assert set(text) == {"vi", "en"}
        assert text["vi"].strip() and text["en"].strip()
        assert text["vi"] != text["en"]
        assert unicodedata.is_normalized("NFC", text["vi"] + text["en"])


@pytest.mark.parametrize("code", TEN)
def test_the_first_page_asks_for_the_applicant(code: str) -> None:
    page = forms.parse(config(code)["form"]).pages[0]

    kinds = {field.name: field.kind for field in page.fields if field.name in APPLICANT_KINDS}

    assert page.name == "applicant"
    assert {"applicant_name", "applicant_personal_id", "applicant_phone"} <= set(kinds)
    assert kinds == {name: APPLICANT_KINDS[name] for name in kinds}


@pytest.mark.parametrize("code", TEN)
def test_the_result_prints_fields_of_the_form(code: str) -> None:
    written = config(code)

    printed = written["result"]["fields"]

    assert len(printed) == len(set(printed))
    assert set(printed) <= forms.parse(written["form"]).names()


@pytest.mark.parametrize("code", TEN)
def test_every_paper_of_the_record_is_accounted_for(code: str) -> None:
    written = config(code)
    kinds = {one["code"]: one for one in written["papers"]}
    elsewhere = {
        one["document"]: kinds.get(one.get("paper", ""))
        for one in [*written.get("left_out", ()), *written.get("same_as", ())]
    }

    for document in FACTS[code].get("documents", ()):
        name = document["name"]
        found = [one for one in kinds.values() if one["title"]["vi"].startswith(name)]
        assert len(found) == 1 or (not found and name in elsewhere), name
        for one in found:
            assert (one["role"], one["originals"]) == (document["role"], document["originals"])
    assert all("paper" not in one or one["paper"] in kinds for one in written.get("same_as", ()))


@pytest.mark.parametrize("code", TEN)
def test_papers_the_record_does_not_know_are_to_be_verified(code: str) -> None:
    written = config(code)
    names = [document["name"] for document in FACTS[code].get("documents", ())]

    own = [one for one in written["papers"] if not one["title"]["vi"].startswith(tuple(names))]

    assert not own or "papers" in written["to_verify"]


@pytest.mark.parametrize("code", TEN)
def test_what_a_database_replaces_is_not_asked_for(code: str) -> None:
    databases = {one["database"] for one in FACTS[code].get("documents_replaced_by_data", ())}
    listed = paper_lists.parse(config(code)["papers"])

    replaced = [one for one in listed if one.replaced_by]

    assert {one.replaced_by for one in replaced} == databases
    assert not any(one.is_required({}) for one in replaced)


@pytest.mark.parametrize("code", TEN)
def test_a_limit_that_is_not_the_only_one_of_the_record_is_to_be_verified(code: str) -> None:
    written, facts = config(code), FACTS[code]
    legal = terms(written).legal
    ways = facts.get("submission", ())
    stated = {(way.get("time_value"), way.get("time_unit")) for way in ways}
    units = {"ngày làm việc": LimitUnit.WORKING_DAYS, "ngày": LimitUnit.DAYS}

    certain = legal and [(legal.amount, legal.unit)] == [(n, units.get(u)) for n, u in stated]
    cut_off = facts.get("processing_time") == "15 giờ" and legal.unit is LimitUnit.SAME_DAY

    assert certain or cut_off or "limit" in written["to_verify"]


@pytest.mark.parametrize("code", TEN)
def test_the_committed_limit_is_dated_and_to_be_verified(code: str) -> None:
    written = config(code)

    promised = terms(written)

    assert promised.committed == promised.legal
    assert promised.committed_from == date(2025, 7, 1)
    assert "committed" in written["to_verify"]


@pytest.mark.parametrize("code", TEN)
def test_the_online_level_is_the_record_s(code: str) -> None:
    written = config(code)

    assert written["online_level"] == FACTS[code]["online_level"]
    assert ("online_level" in written["to_verify"]) == (written["online_level"] == "unknown")


@pytest.mark.parametrize("code", TEN)
def test_a_procedure_without_a_fee_row_is_free_or_to_be_verified(code: str) -> None:
    written = config(code)

    assert written["fees"] or FACTS[code].get("fee_type") == "free" or "fee" in written["to_verify"]


@pytest.mark.parametrize("code", TEN)
def test_what_is_to_be_verified_has_a_name(code: str) -> None:
    assert set(config(code)["to_verify"]) <= set(TO_VERIFY)


@pytest.mark.parametrize("code", TEN)
def test_recalled_law_says_so_and_is_to_be_verified(code: str) -> None:
    written = config(code)
    recalled = [one for one in written["sources"] if "recalled" in one]

    assert not recalled or {"limit", "papers", "form"} & set(written["to_verify"])


@pytest.mark.parametrize("code", [code for code in TEN if code != "1.013831"])
def test_a_dossier_walks_through_the_standard_steps(code: str) -> None:
    definition = workflow.parse(config(code)["workflow"])

    place, seen = workflow.start(definition), []
    for action in ("receive", "hand_over", "propose", "approve", "return_result"):
        place = workflow.move(definition, place, action)
        seen.append((place.step, int(workflow.status(definition, place))))

    assert seen == [
        ("reception", 2), ("appraise", 4), ("approve", 4), ("handover", 9), ("done", 10),
    ]  # fmt: skip


def test_the_duty_on_land_stops_the_clock_until_it_is_paid() -> None:
    definition = workflow.parse(config("1.013831")["workflow"])

    place = workflow.move(definition, Position("appraise"), "request_payment")
    after = workflow.move(definition, place, "paid")

    assert workflow.status(definition, place) is Status.PAYMENT
    assert workflow.clock(definition, place) is Clock.PAUSED
    assert workflow.clock(definition, after) is Clock.RUNNING
    assert workflow.move(definition, after, "propose") == Position("approve")


def test_land_free_of_duty_goes_on_without_waiting() -> None:
    definition = workflow.parse(config("1.013831")["workflow"])

    place = workflow.move(definition, Position("appraise"), "pass_on")

    assert place == Position("registration")


def test_a_building_permit_consults_two_departments_that_exist() -> None:
    definition = workflow.parse(config("1.013225")["workflow"])

    consulted = definition.steps["appraise"].consulted

    assert len(consulted) == 2
    assert set(consulted) <= column("units/agencies.csv", "code")


@pytest.mark.parametrize("code", TEN)
def test_consulted_units_exist(code: str) -> None:
    steps = workflow.parse(config(code)["workflow"]).steps.values()

    named = {unit for step in steps for unit in step.consulted}

    assert named <= column("units/agencies.csv", "code")


@pytest.mark.parametrize("code", ["2.000815", "2.000635"])
def test_same_day_steps_fit_between_fifteen_hours_and_closing(code: str) -> None:
    written = config(code)

    minutes = workflow.longest_minutes(workflow.parse(written["workflow"]))

    assert str(terms(written).legal) == "same-day"
    assert minutes <= UNTIL_CLOSING


@pytest.mark.parametrize(
    ("documents", "total_vnd"),
    [
        ([{"pages": 1, "copies": 1}], 2_000),
        ([{"pages": 2, "copies": 1}], 4_000),
        ([{"pages": 3, "copies": 2}], 10_000),
        ([{"pages": 198, "copies": 1}], 200_000),
        ([{"pages": 300, "copies": 1}], 200_000),
        ([{"pages": 300, "copies": 2}], 400_000),
        ([{"pages": 3, "copies": 2}, {"pages": 1, "copies": 1}], 12_000),
    ],
)
def test_certified_copies_cost_by_page_and_copy(documents: list[Any], total_vnd: int) -> None:
    table = config("2.000815")["fees"]

    bill = fees.quote(table, answers={"documents": documents}, channel=DIRECT, on=TODAY)

    assert bill.total_vnd == total_vnd


@pytest.mark.parametrize(
    ("code", "channel", "answers", "total_vnd"),
    [
        ("2.000635", DIRECT, {"request": {"copies": 1}}, 8_000),
        ("2.000635", ONLINE, {"request": {"copies": 5}}, 40_000),
        ("1.001612", DIRECT, {}, 50_000),
        ("1.001612", ONLINE, {}, 150_000),
        ("1.001612", POSTAL, {}, 150_000),
        ("1.001193", DIRECT, {}, 0),
        ("1.000894", ONLINE, {}, 0),
        ("1.000656", POSTAL, {}, 0),
        ("1.004873", ONLINE, {"copies": {"number": 3}}, 0),
    ],
)
def test_what_a_dossier_costs(
    code: str, channel: int, answers: Mapping[str, Any], total_vnd: int
) -> None:
    bill = fees.quote(config(code)["fees"], answers=answers, channel=channel, on=TODAY)

    assert bill.total_vnd == total_vnd


def test_the_reference_page_tells_the_ten() -> None:
    page = (ROOT / "docs/reference/procedures.md").read_text(encoding="utf-8")

    rows = {code: (limit, doubts) for code, limit, doubts in ROW.findall(page)}

    assert rows == {
        code: (config(code)["limit"]["legal"], ", ".join(config(code)["to_verify"])) for code in TEN
    }
