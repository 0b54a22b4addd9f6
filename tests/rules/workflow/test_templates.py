# SPDX-License-Identifier: Apache-2.0
"""Workflow templates by level and time limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import longest_minutes, parse, problems
from motcua.rules.workflow.templates import template

ROLES = ("counter", "specialist", "leader")


def roles(levels: list[str], minutes: int | None) -> list[str | None]:
    return [step["role"] for step in template(levels, minutes)["steps"].values()]


def test_a_commune_goes_counter_specialist_leader_counter() -> None:
    assert roles(["xa"], 2400) == [
        "counter",
        "counter",
        "specialist",
        "leader",
        "counter",
        None,
    ]


def test_where_only_the_province_runs_it_the_leader_assigns_first() -> None:
    assert list(template(["bo", "tinh"], 2400)["steps"])[2] == "assign"
    assert "assign" not in template(["tinh", "xa"], 2400)["steps"]


def test_under_a_day_nobody_assigns() -> None:
    assert "assign" not in template(["tinh"], 60)["steps"]
    assert "assign" in template(["tinh"], 480)["steps"]


def test_five_working_days_are_shared_out_in_quarters_of_an_hour() -> None:
    steps = template(["tinh"], 2400)["steps"]

    times = {name: step["minutes"] for name, step in steps.items() if step["minutes"] is not None}

    assert times == {"registered": 120, "assign": 120, "appraise": 1680, "approve": 480}


def test_in_a_long_limit_reception_takes_half_a_day_at_most() -> None:
    steps = template(["tinh"], 60 * 480)["steps"]

    assert steps["registered"]["minutes"] == steps["assign"]["minutes"] == 240
    assert steps["approve"]["minutes"] == 3 * 480


def test_an_unknown_limit_gives_no_times() -> None:
    steps = template(["xa"], None)["steps"]

    assert {step["minutes"] for step in steps.values()} == {None}


@pytest.mark.parametrize("wanted", [True, False])
def test_only_the_appraisal_consults(wanted: bool) -> None:
    definition = parse(template(["tinh"], 2400, consults=wanted))

    assert definition.steps["appraise"].consults is wanted
    assert not definition.steps["approve"].consults


@given(
    levels=st.lists(st.sampled_from(["bo", "tinh", "xa", "khac"]), unique=True),
    minutes=st.none() | st.integers(1, 480 * 400),
)
def test_every_template_is_sound_and_never_over_its_limit(
    levels: list[str], minutes: int | None
) -> None:
    definition = parse(template(levels, minutes))

    assert problems(definition, roles=ROLES, limit_minutes=minutes) == ()
    assert minutes is None or longest_minutes(definition) > minutes - 15
