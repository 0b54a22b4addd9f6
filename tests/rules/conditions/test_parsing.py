# SPDX-License-Identifier: Apache-2.0
"""A written condition is read, written back, or refused with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.conditions import ConditionError, parse

NAMES = st.sampled_from(["sex", "child.name", "area", "born"])
SCALARS = st.one_of(st.booleans(), st.integers(), st.sampled_from(["male", "2026-01-31", ""]))
TERMS = st.one_of(
    st.builds(lambda name, value: {"eq": [name, value]}, NAMES, SCALARS),
    st.builds(lambda name, value: {"ne": [name, value]}, NAMES, SCALARS),
    st.builds(lambda name, values: {"in": [name, values]}, NAMES, st.lists(SCALARS, min_size=1)),
    st.builds(lambda name: {"filled": name}, NAMES),
    st.builds(
        lambda operator, name, bound: {operator: [name, bound]},
        st.sampled_from(["ge", "le", "gt", "lt"]),
        NAMES,
        st.one_of(st.integers(), st.just("2026-01-31")),
    ),
)
CONDITIONS = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=5,
).filter(lambda written: depth(written) <= 8)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def depth(written: dict) -> int:
    operand = next(iter(written.values()))
    parts = operand if isinstance(operand, list) else [operand]
    return 1 + max((depth(part) for part in parts if isinstance(part, dict)), default=0)


@given(CONDITIONS)
def test_what_was_read_can_be_written_back(written: dict) -> None:
    condition = parse(written)

    assert condition.mapping() == written
    assert parse(condition.mapping()) == condition


@given(CONDITIONS, st.dictionaries(st.sampled_from(["sex", "child", "area", "born"]), JSON))
def test_no_answers_make_a_condition_fail(written: dict, answers: dict) -> None:
    condition = parse(written)

    assert condition.holds(answers) in (True, False)
    assert condition.sentence()


@given(JSON)
def test_anything_else_is_refused_in_a_sentence(written: object) -> None:
    try:
        parse(written)
    except ConditionError as error:
        assert "%(" not in str(error)


@pytest.mark.parametrize(
    ("written", "path", "code"),
    [
        (None, "", "not_a_mapping"),
        ({}, "", "not_a_mapping"),
        ({"eq": ["a", 1], "ne": ["a", 1]}, "", "not_a_mapping"),
        ({"matches": ["a", 1]}, "", "unknown_operator"),
        ({1: ["a", 1]}, "", "unknown_operator"),
        ({"eq": "a"}, "eq", "not_a_pair"),
        ({"eq": ["a"]}, "eq", "not_a_pair"),
        ({"eq": ["A b", 1]}, "eq", "bad_field"),
        ({"filled": ["a"]}, "filled", "bad_field"),
        ({"eq": ["a", None]}, "eq", "bad_value"),
        ({"eq": ["a", float("nan")]}, "eq", "bad_value"),
        ({"ge": ["a", "many"]}, "ge", "bad_bound"),
        ({"ge": ["a", True]}, "ge", "bad_bound"),
        ({"in": ["a", []]}, "in", "bad_list"),
        ({"in": ["a", "abc"]}, "in", "bad_list"),
        ({"all": []}, "all", "bad_list"),
        ({"all": [{"filled": "a"}, {"not": {"any": [5]}}]}, "all.1.not.any.0", "not_a_mapping"),
    ],
)
def test_a_mistake_is_named_with_its_place(written: object, path: str, code: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(written)

    assert (caught.value.path, caught.value.code) == (path, code)
    assert "%(" not in str(caught.value)


def test_a_condition_nested_without_end_is_refused() -> None:
    written: dict = {"filled": "a"}
    for _ in range(5000):
        written = {"not": written}

    with pytest.raises(ConditionError) as caught:
        parse(written)

    assert caught.value.code == "too_deep"


def test_a_date_that_yaml_made_is_iso_text() -> None:
    condition = parse({"ge": ["born", date(2026, 1, 31)]})

    assert condition.mapping() == {"ge": ["born", "2026-01-31"]}


def test_decomposed_text_is_composed() -> None:
    condition = parse({"eq": ["town", "Ba\u0306\u0301c"]})

    assert condition.holds({"town": "B\u1eafc"})
