# SPDX-License-Identifier: Apache-2.0
"""Equality, membership and presence of answers."""

from __future__ import annotations

import pytest

from motcua.rules.conditions import parse


@pytest.mark.parametrize(
    ("answer", "value", "expected"),
    [
        ("male", "male", True),
        ("male", "female", False),
        (3, 3, True),
        (3.0, 3, True),
        (True, True, True),
        (True, 1, False),
        (1, True, False),
        ("1", 1, False),
        (["male"], "male", False),
        ({"male": 1}, "male", False),
        (None, "", False),
    ],
)
def test_an_answer_equals_only_its_like(answer: object, value: object, expected: bool) -> None:
    assert parse({"eq": ["sex", value]}).holds({"sex": answer}) is expected
    assert parse({"ne": ["sex", value]}).holds({"sex": answer}) is not expected


def test_a_missing_answer_equals_nothing() -> None:
    assert not parse({"eq": ["sex", "male"]}).holds({})
    assert parse({"ne": ["sex", "male"]}).holds({})


def test_one_of_several_chosen_answers_is_enough() -> None:
    condition = parse({"in": ["wishes", ["paper", "post"]]})

    assert condition.holds({"wishes": "post"})
    assert condition.holds({"wishes": ["mail", "paper"]})
    assert not condition.holds({"wishes": ["mail"]})
    assert not condition.holds({"wishes": []})
    assert not condition.holds({})


@pytest.mark.parametrize("answer", ["x", 0, False, ["x"], {"street": "x"}])
def test_an_answer_is_filled(answer: object) -> None:
    assert parse({"filled": "a"}).holds({"a": answer})


@pytest.mark.parametrize("answer", [None, "", "  \n", [], {}])
def test_nothing_is_not_filled(answer: object) -> None:
    assert not parse({"filled": "a"}).holds({"a": answer})


def test_a_dotted_name_walks_into_nested_answers() -> None:
    condition = parse({"eq": ["child.sex", "male"]})

    assert condition.holds({"child": {"sex": "male"}})
    assert not condition.holds({"child": "male"})
    assert not condition.holds({"child": [{"sex": "male"}]})
