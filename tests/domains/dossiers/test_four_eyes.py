# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.four_eyes import Link, proposer
from motcua.rules.workflow import parse
from motcua.rules.workflow.stations import APPRAISE, APPROVE, HANDOVER, REVIEW, Station, chain

DEFINITION = parse(chain([Station(sort) for sort in (APPRAISE, REVIEW, APPROVE, HANDOVER)]))
RECEIVED: list[Link] = [("submit", "cd-1", "intake"), ("receive", "cb-1", "appraise")]
PROPOSED: list[Link] = [*RECEIVED, ("advance", "cb-2", "review")]


@pytest.mark.parametrize(
    ("links", "who"),
    [
        ([], ""),
        (RECEIVED, ""),
        (PROPOSED, "cb-2"),
        ([*PROPOSED, ("advance", "cb-3", "approve")], "cb-2"),
        ([*PROPOSED, ("advance", "cb-3", "appraise"), ("advance", "cb-4", "review")], "cb-4"),
        ([*PROPOSED, ("advance", "cb-3", "appraise"), ("roll_back", "cb-3", "review")], "cb-2"),
        ([*PROPOSED, ("redate", "system", "review"), ("assign", "cb-3", "review")], "cb-2"),
    ],
)
def test_the_proposer_is_who_last_took_it_on_from_a_step_of_processing(
    links: list[Link], who: str
) -> None:
    assert proposer(DEFINITION, links) == who
