# SPDX-License-Identifier: Apache-2.0
"""The faults a workflow can have, each planted once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import Definition, Position, longest_minutes, parse, problems
from motcua.rules.workflow.checks import SENTENCES
from motcua.rules.workflow.reach import can_finish
from tests.rules.workflow.builders import ROLES, a_sound_workflow, a_step, a_workflow, any_workflow


def found(workflow: dict[str, Any], limit: int | None = 960) -> set[tuple[str, str | None]]:
    faults = problems(parse(workflow), roles=ROLES, limit_minutes=limit)
    assert all(str(fault) for fault in faults)
    return {(fault.code, fault.step) for fault in faults}


APPROVE = {"approve": "handover", "return_back": "appraise"}
PLANTED = [
    ("start_not_intake", "registered", a_workflow() | {"start": "registered"}),
    ("missing_kind", None, a_workflow(handover=None)),
    ("unreachable", "archive", a_workflow(archive=a_step("processing"))),
    (
        "dangling_target",
        "approve",
        a_workflow(approve=a_step("approval", "leader", actions=APPROVE | {"send": "nowhere"})),
    ),
    (
        "built_in_target",
        "approve",
        a_workflow(approve=a_step("approval", "leader", actions=APPROVE | {"end": "stopped"})),
    ),
    (
        "unlawful_move",
        "approve",
        a_workflow(approve=a_step("approval", "leader", actions=APPROVE | {"skip": "done"})),
    ),
    (
        "reserved_action",
        "approve",
        a_workflow(approve=a_step("approval", "leader", actions=APPROVE | {"stop": "appraise"})),
    ),
    (
        "no_way_to_end",
        "money",
        a_workflow(money=a_step("payment", "counter", actions={"paid_later": "money"})),
    ),
    ("no_role", "money", a_workflow(money=a_step("payment", None, actions={"paid": "appraise"}))),
    (
        "unknown_role",
        "money",
        a_workflow(money=a_step("payment", "cashier", actions={"paid": "appraise"})),
    ),
    (
        "over_limit",
        None,
        a_workflow(approve=a_step("approval", "leader", minutes=301, actions=APPROVE)),
    ),
]


def test_a_sound_workflow_has_no_problems() -> None:
    assert found(a_workflow()) == set()


@pytest.mark.parametrize(("code", "step", "workflow"), PLANTED)
def test_a_planted_fault_is_found(code: str, step: str | None, workflow: dict[str, Any]) -> None:
    assert (code, step) in found(workflow)


def test_every_code_has_been_planted() -> None:
    assert {code for code, _, _ in PLANTED} == set(SENTENCES)


@pytest.mark.parametrize("kind", ["intake", "reception", "processing", "handover", "finished"])
def test_each_necessary_kind_is_missed(kind: str) -> None:
    only = {"here": a_step("payment", "counter")}
    faults = problems(parse({"start": "here", "steps": only}), roles=ROLES, limit_minutes=None)

    missing = {fault.params["kind"] for fault in faults if fault.code == "missing_kind"}

    assert kind in missing


def test_an_approval_alone_is_processing_enough() -> None:
    workflow = a_workflow(
        registered=a_step("reception", "counter", actions={"hand_over": "approve"}),
        approve=a_step("approval", "leader", actions={"approve": "handover"}),
        appraise=None,
        money=None,
    )

    assert found(workflow) == set()


def test_an_unknown_limit_compares_no_time() -> None:
    assert found(a_workflow(), limit=None) == set()


def test_the_longest_way_counts_running_steps_once() -> None:
    assert longest_minutes(parse(a_workflow())) == 60 + 600 + 300


def test_of_two_branches_the_longer_counts() -> None:
    workflow = a_workflow(
        registered=a_step(
            "reception", "counter", minutes=60, actions={"simple": "approve", "hard": "appraise"}
        )
    )

    assert longest_minutes(parse(workflow)) == 60 + 600 + 300


def test_a_problem_says_what_it_is_about() -> None:
    (fault,) = problems(parse(a_workflow()), roles=ROLES, limit_minutes=959)

    assert str(fault) == "The steps need 960 working minutes, the time limit is 959."


def stuck(definition: Definition) -> set[Position]:
    """The positions, ends apart, from which no dossier can be finished."""
    on_the_way = {p for p in definition.moves if not definition.steps[p.step].is_end}
    return on_the_way - can_finish(definition)


@given(workflow=any_workflow())
def test_checking_never_fails_and_never_passes_what_cannot_finish(
    workflow: dict[str, Any],
) -> None:
    definition = parse(workflow)

    faults = problems(definition, roles=ROLES, limit_minutes=960)

    assert faults or not stuck(definition)


@given(workflow=a_sound_workflow())
def test_a_chain_with_lawful_leaps_is_sound_and_can_be_finished_from_everywhere(
    workflow: dict[str, Any],
) -> None:
    definition = parse(workflow)

    assert problems(definition, roles=ROLES, limit_minutes=60 * 10) == ()
    assert stuck(definition) == set()


@given(workflow=a_sound_workflow(), lost=st.integers(0, 9))
def test_a_sound_workflow_that_loses_the_moves_of_one_step_is_unsound(
    workflow: dict[str, Any], lost: int
) -> None:
    steps = workflow["steps"]
    name = list(steps)[lost % (len(steps) - 1)]
    steps[name]["actions"] = {}

    faults = problems(parse(workflow), roles=ROLES, limit_minutes=None)

    assert ("no_way_to_end", name) in {(fault.code, fault.step) for fault in faults}
