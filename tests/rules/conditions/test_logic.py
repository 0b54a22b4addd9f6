# SPDX-License-Identifier: Apache-2.0
"""Conditions made of conditions."""

from __future__ import annotations

import pytest

from motcua.rules.conditions import parse

A, B = {"eq": ["a", True]}, {"eq": ["b", True]}


@pytest.mark.parametrize("a", [True, False])
@pytest.mark.parametrize("b", [True, False])
def test_all_any_and_not_mean_what_they_say(a: bool, b: bool) -> None:
    answers = {"a": a, "b": b}

    assert parse({"all": [A, B]}).holds(answers) is (a and b)
    assert parse({"any": [A, B]}).holds(answers) is (a or b)
    assert parse({"not": A}).holds(answers) is (not a)


def test_a_condition_knows_the_fields_it_looks_at() -> None:
    condition = parse({"any": [A, {"not": {"all": [B, {"filled": "child.name"}]}}]})

    assert condition.fields() == {"a", "b", "child.name"}
