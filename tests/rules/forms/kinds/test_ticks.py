# SPDX-License-Identifier: Apache-2.0
"""Questions of yes or no, and boxes to tick."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, codes, keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("yes", True),
        ("no", False),
        (True, True),
        (False, False),
        ("", None),
        (None, None),
        ("maybe", "yes_or_no"),
        (1, "yes_or_no"),
        (["yes"], "yes_or_no"),
    ],
)
def test_yes_no_may_stay_open(raw: object, kept: object) -> None:
    assert keeps("yes_no", raw) == kept


def test_no_is_an_answer_to_a_required_question() -> None:
    form = a_form(a_field("it", "yes_no", required=True))

    assert codes(check(form, {"it": False})) == {}
    assert codes(check(form, {})) == {"it": "required"}


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("on", True), ("yes", True), (True, True), (None, False), (False, False), ("x", "yes_or_no")],
)
def test_a_box_is_ticked_or_not(raw: object, kept: object) -> None:
    assert keeps("checkbox", raw) == kept


@pytest.mark.parametrize("raw", [None, False, "no"])
def test_a_required_box_must_be_ticked(raw: object) -> None:
    form = a_form(a_field("consent", "checkbox", required=True))

    assert codes(check(form, {"consent": raw})) == {"consent": "must_tick"}
    assert codes(check(form, {"consent": True})) == {}
