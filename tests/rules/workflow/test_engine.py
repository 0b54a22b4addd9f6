# SPDX-License-Identifier: Apache-2.0
"""Moving a dossier through its workflow."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import (
    Clock,
    NotAllowedNow,
    Position,
    Status,
    allowed,
    clock,
    move,
    parse,
    start,
    status,
)
from motcua.rules.workflow.kinds import LAWFUL_MOVES
from tests.rules.workflow.builders import a_workflow, any_workflow


def walked(*actions: str) -> tuple[list[str], list[int]]:
    definition = parse(a_workflow())
    places = [start(definition)]
    for action in actions:
        places.append(move(definition, places[-1], action))
    return [p.step for p in places], [int(status(definition, p)) for p in places]


def test_a_dossier_walks_from_intake_to_the_returned_result() -> None:
    steps, statuses = walked("receive", "hand_over", "propose", "approve", "return_result")

    assert steps == ["intake", "registered", "appraise", "approve", "handover", "done"]
    assert statuses == [1, 2, 4, 4, 9, 10]


def test_a_supplement_comes_back_to_where_it_was_asked() -> None:
    steps, statuses = walked(
        "ask_supplement", "resume", "receive", "hand_over", "ask_supplement", "resume"
    )

    assert steps == [
        "intake",
        "supplement",
        "intake",
        "registered",
        "appraise",
        "supplement",
        "appraise",
    ]
    assert statuses == [1, 5, 1, 2, 4, 5, 4]


def test_payment_is_asked_and_answered() -> None:
    _, statuses = walked("receive", "hand_over", "request_payment", "paid", "propose")

    assert statuses == [1, 2, 4, 6, 4, 4]


def test_consulting_moves_nothing() -> None:
    definition = parse(a_workflow())

    assert move(definition, Position("appraise"), "consult") == Position("appraise")


def test_a_step_that_consults_nobody_does_not_offer_it() -> None:
    assert "consult" not in allowed(parse(a_workflow()), Position("approve"))


def test_the_authored_actions_come_before_the_built_in_ones() -> None:
    assert allowed(parse(a_workflow()), Position("approve")) == (
        "approve",
        "return_back",
        "stop",
        "withdraw",
    )


@pytest.mark.parametrize(
    ("place", "action"),
    [
        (Position("intake"), "approve"),
        (Position("done"), "withdraw"),
        (Position("supplement", "appraise"), "propose"),
        (Position("supplement", "approve"), "resume"),
        (Position("supplement"), "resume"),
        (Position("elsewhere"), "receive"),
    ],
)
def test_an_action_that_does_not_exist_here_is_refused(place: Position, action: str) -> None:
    with pytest.raises(NotAllowedNow, match=action) as refused:
        move(parse(a_workflow()), place, action)

    assert refused.value.params == {"action": action, "step": place.step}


def test_nothing_is_allowed_at_a_position_of_another_workflow() -> None:
    assert allowed(parse(a_workflow()), Position("elsewhere")) == ()


@pytest.mark.parametrize("end", ["refused", "withdrawn", "stopped", "done"])
def test_the_ends_have_no_actions(end: str) -> None:
    assert allowed(parse(a_workflow()), Position(end)) == ()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Position("intake"), Clock.NOT_STARTED),
        (Position("supplement", "intake"), Clock.NOT_STARTED),
        (Position("registered"), Clock.RUNNING),
        (Position("appraise"), Clock.RUNNING),
        (Position("approve"), Clock.RUNNING),
        (Position("supplement", "appraise"), Clock.PAUSED),
        (Position("money"), Clock.PAUSED),
        (Position("handover"), Clock.STOPPED),
        (Position("done"), Clock.STOPPED),
        (Position("refused"), Clock.STOPPED),
        (Position("withdrawn"), Clock.STOPPED),
        (Position("stopped"), Clock.STOPPED),
    ],
)
def test_the_clock_follows_from_the_position(place: Position, expected: Clock) -> None:
    assert clock(parse(a_workflow()), place) is expected


@given(workflow=any_workflow(), choices=st.lists(st.integers(0, 99), max_size=40))
def test_no_sequence_of_allowed_actions_fails_or_breaks_the_law(
    workflow: dict[str, Any], choices: list[int]
) -> None:
    definition = parse(workflow)
    place = start(definition)

    for choice in choices:
        actions = allowed(definition, place)
        if not actions:
            break
        before = status(definition, place)
        place = move(definition, place, actions[choice % len(actions)])
        after = status(definition, place)
        assert after == before or after in LAWFUL_MOVES[before]
        assert 1 <= after <= 10
        assert clock(definition, place) in Clock


@given(workflow=any_workflow())
def test_no_workflow_offers_an_action_at_an_end(workflow: dict[str, Any]) -> None:
    definition = parse(workflow)

    for place in definition.moves:
        is_final = status(definition, place) in (
            Status.REFUSED,
            Status.WITHDRAWN,
            Status.STOPPED,
            Status.RETURNED,
        )
        assert not (is_final and allowed(definition, place))
