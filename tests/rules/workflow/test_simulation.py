# SPDX-License-Identifier: Apache-2.0
"""Dry runs through a workflow."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from motcua.rules.workflow import StepKind, parse, simulate
from motcua.rules.workflow.reach import reachable
from tests.rules.workflow.builders import a_step, a_workflow, any_workflow


def test_the_shortest_walk_to_the_result_is_among_the_walks() -> None:
    ways = {walk.actions for walk in simulate(parse(a_workflow()))}

    assert ("receive", "hand_over", "propose", "approve", "return_result") in ways


def test_every_kind_of_end_is_reached() -> None:
    ends = {walk.end for walk in simulate(parse(a_workflow()))}

    assert ends == {StepKind.FINISHED, StepKind.REFUSED, StepKind.WITHDRAWN, StepKind.STOPPED}


def test_a_walk_tells_its_steps_and_statuses() -> None:
    walk = next(w for w in simulate(parse(a_workflow())) if w.actions == ("refuse",))

    assert walk.steps == ("intake", "refused")
    assert walk.statuses == (1, 3)


def test_a_walk_that_can_come_to_no_end_says_so() -> None:
    workflow = {
        "start": "handover",
        "steps": {"handover": a_step("handover", actions={"again": "handover"})},
    }

    assert [walk.end for walk in simulate(parse(workflow))] == [None]


@given(workflow=any_workflow())
def test_every_reachable_move_is_walked(workflow: dict[str, Any]) -> None:
    definition = parse(workflow)

    walks = simulate(definition)

    visited = {step for walk in walks for step in walk.steps} | {definition.start}
    places = reachable(definition)
    assert visited == {place.step for place in places}
    assert len(walks) == sum(len(definition.moves[place]) for place in places)
    assert all(len(walk.steps) == len(walk.actions) + 1 for walk in walks)
