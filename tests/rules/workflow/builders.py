# SPDX-License-Identifier: Apache-2.0
"""Workflows to test with: one that is sound, and random ones of every shape."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from motcua.rules.workflow.kinds import AUTHORED_KINDS
from motcua.rules.workflow.moves import BUILT_IN

ROLES = ("counter", "specialist", "leader")


def a_step(kind: str, role: Any = "specialist", **more: Any) -> dict[str, Any]:
    step = {"kind": kind, "role": role, "title": {"vi": f"Bước {kind}", "en": f"Step {kind}"}}
    return step | more


def a_workflow(**changed: Any) -> dict[str, Any]:
    """A sound workflow of 960 running minutes; a step given as None is left out."""
    steps = {
        "intake": a_step("intake", "counter", actions={"receive": "registered"}),
        "registered": a_step("reception", "counter", minutes=60, actions={"hand_over": "appraise"}),
        "appraise": a_step(
            "processing",
            minutes=600,
            consults=True,
            actions={"propose": "approve", "request_payment": "money"},
        ),
        "money": a_step("payment", "counter", minutes=480, actions={"paid": "appraise"}),
        "approve": a_step(
            "approval",
            "leader",
            minutes=300,
            actions={"approve": "handover", "return_back": "appraise"},
        ),
        "handover": a_step("handover", "counter", actions={"return_result": "done"}),
        "done": a_step("finished", None),
    }
    merged = steps | changed
    return {
        "start": "intake",
        "steps": {name: step for name, step in merged.items() if step is not None},
    }


_NAMES = [f"s{number}" for number in range(7)]
_ACTIONS = st.sampled_from(["go", "back", "on", "over", *sorted(BUILT_IN)])


@st.composite
def any_workflow(draw: st.DrawFn) -> dict[str, Any]:
    """Anything `parse` accepts: loops, lost steps, missing targets, unlawful moves."""
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, unique=True))
    targets = st.sampled_from([*names, "nowhere", "refused", "supplement"])
    steps = {
        name: a_step(
            draw(st.sampled_from(AUTHORED_KINDS)).value,
            draw(st.sampled_from([*ROLES, "stranger", None])),
            minutes=draw(st.none() | st.integers(0, 960)),
            consults=draw(st.booleans() | st.just(["xd"])),
            actions=draw(st.dictionaries(_ACTIONS, targets, max_size=3)),
        )
        for name in names
    }
    return {"start": draw(st.sampled_from(names)), "steps": steps}


_NEXT = {
    "intake": ["reception"],
    "reception": ["processing", "approval"],
    "processing": ["processing", "approval", "payment", "handover"],
    "approval": ["processing", "approval", "payment", "handover"],
    "payment": ["processing", "approval", "payment"],
    "handover": ["finished"],
}


@st.composite
def a_sound_workflow(draw: st.DrawFn) -> dict[str, Any]:
    """A chain from intake to the result with any lawful leaps and returns besides."""
    middle = draw(st.lists(st.sampled_from(["processing", "approval", "payment"]), max_size=4))
    kinds = ["intake", "reception", "processing", *middle, "approval", "handover", "finished"]
    named = {f"s{number}": kind for number, kind in enumerate(kinds)}
    steps: dict[str, Any] = {}
    for number, (name, kind) in enumerate(named.items()):
        lawful = [other for other, k in named.items() if k in _NEXT.get(kind, ())]
        leaps = draw(st.sets(st.sampled_from(lawful))) if lawful else set()
        onward = {f"s{number + 1}"} if kind != "finished" else set()
        actions = {f"to_{other}": other for other in sorted(leaps | onward)}
        steps[name] = a_step(kind, "counter", minutes=60, actions=actions)
    return {"start": "s0", "steps": steps}
