# SPDX-License-Identifier: Apache-2.0
"""The tables of kinds, statuses and lawful moves."""

from __future__ import annotations

import pytest

from motcua.rules.workflow.kinds import (
    CLOCK_OF,
    END_KINDS,
    LAWFUL_MOVES,
    STATUS_OF,
    StepKind,
    is_lawful,
)

LAW = "1→2,3,5,7 · 2→4,7 · 4→5,6,7,8,9 · 5→1,4,7,8 · 6→4,7,8 · 9→10"


def test_the_lawful_moves_are_those_of_the_law() -> None:
    written = {
        int(before): {int(after) for after in targets.split(",")}
        for before, targets in (pair.split("→") for pair in LAW.split(" · "))
    }

    built = {int(status): {int(to) for to in targets} for status, targets in LAWFUL_MOVES.items()}

    assert built == {status: written.get(status, set()) for status in range(1, 11)}


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("intake", 1),
        ("reception", 2),
        ("refused", 3),
        ("processing", 4),
        ("approval", 4),
        ("supplement", 5),
        ("payment", 6),
        ("withdrawn", 7),
        ("stopped", 8),
        ("handover", 9),
        ("finished", 10),
    ],
)
def test_each_kind_stands_for_its_national_status(kind: str, number: int) -> None:
    assert STATUS_OF[StepKind(kind)] == number


def test_every_kind_has_a_status_and_a_clock() -> None:
    assert set(STATUS_OF) == set(CLOCK_OF) == set(StepKind)


def test_an_end_is_a_status_with_no_way_on() -> None:
    assert {kind for kind in StepKind if not LAWFUL_MOVES[STATUS_OF[kind]]} == END_KINDS


def test_a_dossier_may_stay_in_a_status_but_not_at_an_end() -> None:
    assert is_lawful(StepKind.PROCESSING, StepKind.APPROVAL)
    assert not is_lawful(StepKind.FINISHED, StepKind.FINISHED)
    assert not is_lawful(StepKind.INTAKE, StepKind.PROCESSING)
