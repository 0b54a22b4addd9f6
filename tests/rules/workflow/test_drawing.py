# SPDX-License-Identifier: Apache-2.0
"""The drawing of a workflow."""

from __future__ import annotations

from motcua.rules.workflow import diagram, parse
from tests.rules.workflow.builders import a_step, a_workflow


def test_every_authored_step_and_move_is_drawn() -> None:
    drawn = diagram(parse(a_workflow()))

    assert drawn.startswith("flowchart TD\n")
    assert '    s_registered["Bước reception<br/>counter<br/>1 h"]' in drawn
    assert "    s_approve -->|return_back| s_appraise" in drawn
    assert "    s_appraise -.->|ask_supplement| s_appraise" in drawn
    assert '    s_done["Bước finished"]:::end_' in drawn


def test_the_drawing_speaks_the_language_asked_for() -> None:
    drawn = diagram(parse(a_workflow()), "en")

    assert "Step approval" in drawn


def test_a_missing_translation_is_drawn_in_vietnamese() -> None:
    workflow = a_workflow(done=a_step("finished", None, title={"vi": "Xong"}))

    assert "Xong" in diagram(parse(workflow), "en")


def test_a_title_cannot_break_out_of_its_box() -> None:
    title = {"vi": 'x"] --> y["<script>'}
    drawn = diagram(parse(a_workflow(done=a_step("finished", None, title=title))))

    assert 's_done["x#quot;] --> y[#quot;&lt;script>"]' in drawn


def test_a_move_that_is_never_offered_is_not_drawn() -> None:
    step = a_step("handover", "counter", actions={"return_result": "done", "reopen": "intake"})

    assert "reopen" not in diagram(parse(a_workflow(handover=step)))
