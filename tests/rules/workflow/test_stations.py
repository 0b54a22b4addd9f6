# SPDX-License-Identifier: Apache-2.0
"""Stringing stations into a workflow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.workflow import ACTION_TITLES, parse, problems
from motcua.rules.workflow.stations import (
    APPRAISE,
    APPROVE,
    ASSIGN,
    COMMITTEE,
    FORWARD,
    HANDOVER,
    ISSUE,
    REGISTERED,
    REVIEW,
    Station,
    chain,
)

ROLES = ("counter", "specialist", "leader", "clerk")
MIDDLE = st.lists(
    st.sampled_from([ASSIGN, APPRAISE, REVIEW, APPROVE, COMMITTEE, ISSUE, FORWARD]), min_size=1
)


def test_the_last_approval_approves_and_the_earlier_ones_agree() -> None:
    sorts = [REGISTERED, APPRAISE, REVIEW, APPROVE, ISSUE, HANDOVER]

    steps = chain([Station(sort) for sort in sorts])["steps"]

    assert steps["review"]["actions"] == {"agree": "approve", "return_back": "appraise"}
    assert steps["approve"]["actions"] == {"approve": "issue", "return_back": "appraise"}
    assert steps["issue"]["actions"] == {"issue": "handover"}


def test_an_approval_sends_back_to_the_appraisal_just_before_it() -> None:
    sorts = [REGISTERED, APPRAISE, REVIEW, APPRAISE, APPROVE, HANDOVER]

    steps = chain([Station(sort) for sort in sorts])["steps"]

    assert steps["approve"]["actions"]["return_back"] == "appraise_2"


def test_an_approval_with_nothing_before_it_sends_nothing_back() -> None:
    steps = chain([Station(sort) for sort in (REGISTERED, APPROVE, HANDOVER)])["steps"]

    assert steps["approve"]["actions"] == {"approve": "handover"}


@given(MIDDLE)
def test_any_chain_is_sound_and_every_action_has_a_name(middle: list) -> None:
    stations = [Station(sort, 60) for sort in (REGISTERED, *middle, HANDOVER)]

    definition = parse(chain(stations))

    assert problems(definition, roles=ROLES, limit_minutes=60 * (len(middle) + 1)) == ()
    actions = {action for step in definition.authored() for action in step.actions}
    assert actions <= set(ACTION_TITLES)
