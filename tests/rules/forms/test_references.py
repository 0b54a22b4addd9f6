# SPDX-License-Identifier: Apache-2.0
"""Conditions look at fields that are there."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.rules import forms
from tests.rules.forms.builders import a_field, a_form, some_options

SEX = a_field("sex", "choice", options=some_options("m", "f"))
CONSENT = a_field("consent", "checkbox")
HOME = a_field("home", "address")
KIDS = a_field("kids", "group", fields=[a_field("name"), a_field("born", "past_date")])


@pytest.mark.parametrize("key", ["show_if", "required_if"])
@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"filled": "sexx"}, "unknown_field"),
        ({"filled": "kids.name"}, "unknown_field"),
        ({"filled": "note"}, "unknown_field"),
        ({"filled": "it"}, "own_field"),
        ({"eq": ["sex", "x"]}, "unknown_option"),
        ({"eq": ["sex", True]}, "unknown_option"),
        ({"all": [{"in": ["sex", ["m", "x"]]}]}, "unknown_option"),
        ({"not": {"filled": "consent"}}, "filled_checkbox"),
    ],
)
def test_a_condition_that_cannot_work_is_refused(key: str, condition: dict, code: str) -> None:
    note = a_field("note", "statement")

    with pytest.raises(forms.DefinitionError) as caught:
        a_form(SEX, CONSENT, HOME, KIDS, note, a_field("it", **{key: condition}))

    assert (caught.value.path, caught.value.code) == (f"pages.0.fields.5.{key}", code)


@pytest.mark.parametrize(
    "condition",
    [
        {"eq": ["sex", "m"]},
        {"eq": ["consent", True]},
        {"eq": ["home.commune", "07210"]},
        {"filled": "home"},
        {"filled": "kids"},
    ],
)
def test_a_condition_may_look_at_fields_parts_and_groups(condition: dict) -> None:
    form = a_form(SEX, CONSENT, HOME, KIDS, a_field("it", show_if=condition))

    assert form.names() == {
        "sex", "consent", "home", "home.province", "home.commune", "home.street", "kids", "it",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (a_field("it", show_if={"filled": "kids"}), "unknown_field"),
        (a_field("it", show_if={"filled": "it"}), "own_field"),
        (a_field("it", required_if={"eq": ["sex", "x"]}), "unknown_option"),
        (a_field("it", "personal_id", born="name"), "wrong_partner"),
    ],
)
def test_the_conditions_of_a_row_are_checked_too(row: dict[str, Any], code: str) -> None:
    with pytest.raises(forms.DefinitionError) as caught:
        a_form(SEX, a_field("kids", "group", fields=[a_field("name"), row]))

    assert caught.value.path.startswith("pages.0.fields.1.fields.1")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (a_field("it", "personal_id", born="birth"), "unknown_field"),
        (a_field("it", "personal_id", born="sex"), "wrong_partner"),
        (a_field("it", "date", not_before="it"), "own_field"),
    ],
)
def test_a_partner_must_be_a_date(field: dict[str, Any], code: str) -> None:
    with pytest.raises(forms.DefinitionError) as caught:
        a_form(SEX, field)

    assert (caught.value.path, caught.value.code) == ("pages.0.fields.1", code)


def test_an_address_cannot_hang_on_its_own_part() -> None:
    with pytest.raises(forms.DefinitionError) as caught:
        a_form(HOME | {"show_if": {"filled": "home.street"}})

    assert caught.value.code == "own_field"
