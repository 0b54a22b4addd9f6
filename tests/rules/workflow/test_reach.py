# SPDX-License-Identifier: Apache-2.0
"""Following the moves of a workflow."""

from __future__ import annotations

from motcua.rules.workflow import Position, parse
from motcua.rules.workflow.reach import authored_moves, can_finish, reachable
from tests.rules.workflow.builders import a_step, a_workflow


def test_a_step_nobody_leads_to_is_not_reachable() -> None:
    definition = parse(a_workflow(archive=a_step("processing")))

    lost = set(definition.moves) - reachable(definition)

    assert lost == {Position("archive"), Position("supplement", "archive")}


def test_the_ends_other_than_finished_cannot_finish() -> None:
    definition = parse(a_workflow())

    assert set(definition.moves) - can_finish(definition) == {
        Position("refused"),
        Position("withdrawn"),
        Position("stopped"),
    }


def test_an_authored_action_that_is_not_offered_leads_nowhere() -> None:
    actions = {"return_result": "done", "reopen": "intake", "stop": "done", "send": "nowhere"}
    definition = parse(a_workflow(handover=a_step("handover", actions=actions)))

    assert list(authored_moves(definition, "handover")) == [("return_result", "done")]
