# SPDX-License-Identifier: Apache-2.0
"""The values a workflow is made of."""

from __future__ import annotations

import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import Position, parse
from tests.rules.workflow.builders import a_step, a_workflow


def test_a_position_is_small_enough_to_be_the_whole_state() -> None:
    longest = Position("s" * 60, "b" * 60)

    assert len(json.dumps(longest)) <= 500


def test_a_position_read_back_is_the_same() -> None:
    place = Position("supplement", "appraise")

    assert Position(*json.loads(json.dumps(place))) == place


@given(st.randoms(use_true_random=False))
def test_steps_stand_in_walking_order_however_they_were_written(random: Random) -> None:
    workflow = a_workflow(archive=a_step("processing"))
    written = list(workflow["steps"].items())
    random.shuffle(written)
    shuffled = [
        (name, step | {"actions": dict(reversed(step.get("actions", {}).items()))})
        for name, step in written
    ]

    definition = parse({"start": "intake", "steps": dict(shuffled)})

    names = [step.name for step in definition.authored()]
    assert names[:3] == ["intake", "registered", "appraise"]
    assert set(names[3:5]) == {"money", "approve"}
    assert names[5:] == ["handover", "done", "archive"]
    assert next(iter(definition.steps["approve"].actions)) == "approve"
