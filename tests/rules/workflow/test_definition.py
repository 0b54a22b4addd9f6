# SPDX-License-Identifier: Apache-2.0
"""The values a workflow is made of."""

from __future__ import annotations

import json

from motcua.rules.workflow import Position, parse
from tests.rules.workflow.builders import a_workflow


def test_a_position_is_small_enough_to_be_the_whole_state() -> None:
    longest = Position("s" * 60, "b" * 60)

    assert len(json.dumps(longest)) <= 500


def test_a_position_read_back_is_the_same() -> None:
    place = Position("supplement", "appraise")

    assert Position(*json.loads(json.dumps(place))) == place


def test_the_authored_steps_keep_their_order() -> None:
    names = [step.name for step in parse(a_workflow()).authored()]

    assert names == ["intake", "registered", "appraise", "money", "approve", "handover", "done"]
