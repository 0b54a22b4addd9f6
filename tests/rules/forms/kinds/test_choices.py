# SPDX-License-Identifier: Apache-2.0
"""One option, several options."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, keeps, some_options


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("male", "male"),
        (" male ", "male"),
        ("Male", "unknown_choice"),
        ("other", "unknown_choice"),
        ("x" * 10_000, "too_long"),
        (1, "wrong_shape"),
        (["male"], "wrong_shape"),
    ],
)
def test_only_an_option_can_be_chosen(raw: object, kept: str) -> None:
    assert keeps("choice", raw, options=some_options("male", "female")) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (["b", "a", "b"], ["a", "b"]),
        (["c"], ["c"]),
        (["a", "x"], "unknown_choice"),
        (["a", None], "unknown_choice"),
        (["a", ["b"]], "unknown_choice"),
        (["a", "b", "c"], "too_many_choices"),
        ([], None),
        ("a", "wrong_shape"),
        ({"a": 1}, "wrong_shape"),
    ],
)
def test_several_options_are_kept_once_in_their_order(raw: object, kept: object) -> None:
    assert keeps("many_choices", raw, options=some_options("a", "b", "c"), max=2) == kept


def test_too_few_may_be_chosen() -> None:
    assert keeps("many_choices", ["a"], options=some_options("a", "b"), min=2) == "too_few_choices"


def test_a_few_options_are_buttons_and_many_a_list() -> None:
    few, many = some_options(*"abc"), some_options(*"abcdefg")
    form = a_form(a_field("few", "choice", options=few), a_field("many", "choice", options=many))

    assert [field.input.widget for field in form.fields] == ["radio", "select"]
    assert [option.label["en"] for option in form.fields[0].options] == ["a", "b", "c"]
