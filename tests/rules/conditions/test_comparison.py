# SPDX-License-Identifier: Apache-2.0
"""Order of numbers, amounts and dates."""

from __future__ import annotations

import pytest

from motcua.rules.conditions import parse


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        ("ge", False, True, True),
        ("le", True, True, False),
        ("gt", False, False, True),
        ("lt", True, False, False),
    ],
)
def test_each_operator_accepts_its_side(operator: str, below: bool, at: bool, above: bool) -> None:
    amount = parse({operator: ["n", 250]})
    day = parse({operator: ["n", "2026-07-01"]})

    assert [amount.holds({"n": n}) for n in (249.5, 250, 10**400)] == [below, at, above]
    assert [
        day.holds({"n": n}) for n in ("2025-12-31", "2026-07-01", "2026-07-02")
    ] == [below, at, above]  # fmt: skip


@pytest.mark.parametrize(
    "answer", [None, True, "300", "1/7/2026", [300], {"n": 300}, float("nan"), "2026-07-01T08:00"]
)
def test_what_has_no_order_is_neither_above_nor_below(answer: object) -> None:
    for operator in ("ge", "le", "gt", "lt"):
        assert not parse({operator: ["n", 250]}).holds({"n": answer})
        assert not parse({operator: ["n", "2026-07-01"]}).holds({"n": answer})


def test_a_missing_answer_has_no_order() -> None:
    assert not parse({"lt": ["n", 250]}).holds({})
