# SPDX-License-Identifier: Apache-2.0
"""The table of positions and of what is possible at each."""

from __future__ import annotations

import pytest

from motcua.rules.workflow import Position, parse
from motcua.rules.workflow.moves import BUILT_IN, EXITS
from tests.rules.workflow.builders import a_step, a_workflow


@pytest.mark.parametrize(
    ("step", "exits"),
    [
        ("intake", {"ask_supplement", "refuse", "withdraw"}),
        ("registered", {"withdraw"}),
        ("appraise", {"ask_supplement", "stop", "withdraw", "consult"}),
        ("approve", {"stop", "withdraw"}),
        ("money", {"stop", "withdraw"}),
        ("handover", set()),
        ("done", set()),
        ("refused", set()),
        ("withdrawn", set()),
        ("stopped", set()),
    ],
)
def test_the_exits_of_a_step_follow_from_its_kind(step: str, exits: set[str]) -> None:
    moves = parse(a_workflow()).moves[Position(step)]

    assert set(moves) & BUILT_IN == exits


def test_a_supplement_can_be_resumed_stopped_or_withdrawn_wherever_it_was_asked() -> None:
    moves = parse(a_workflow()).moves

    for asked_at in ("intake", "appraise"):
        place = Position("supplement", asked_at)
        assert set(moves[place]) == {"resume", "stop", "withdraw"}
        assert moves[place]["resume"] == Position(asked_at)


def test_a_supplement_cannot_be_asked_by_the_leader() -> None:
    assert Position("supplement", "approve") not in parse(a_workflow()).moves


def test_equal_positions_are_one_object() -> None:
    moves = parse(a_workflow()).moves

    resumed = moves[Position("supplement", "appraise")]["resume"]

    assert resumed is moves[Position("registered")]["hand_over"]


def test_every_exit_is_built_in() -> None:
    assert {exit_ for exits in EXITS.values() for exit_ in exits} | {"consult"} == BUILT_IN


def test_an_unlawful_dangling_or_reserved_action_is_not_offered() -> None:
    handover = a_step("handover", "counter", actions={"return_result": "done", "reopen": "intake"})
    approve = a_step("approval", "leader", actions={"approve": "nowhere", "stop": "handover"})
    moves = parse(a_workflow(handover=handover, approve=approve)).moves

    assert set(moves[Position("handover")]) == {"return_result"}
    assert "approve" not in moves[Position("approve")]
    assert moves[Position("approve")]["stop"] == Position("stopped")
