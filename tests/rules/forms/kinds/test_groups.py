# SPDX-License-Identifier: Apache-2.0
"""Rows of fields."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, codes

CHILD = [
    a_field("name", "person_name", required=True),
    a_field("home", "address"),
    a_field("foreign", "yes_no"),
    a_field("passport", "passport", show_if={"eq": ["foreign", True]}, required=True),
]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (None, {}),
        ([], {}),
        ([{"name": "An"}], {}),
        ([{"name": "An"}, {}], {"children.1.name": "required"}),
        ([{"name": "An", "foreign": True}], {"children.0.passport": "required"}),
        ([{"name": "An", "home": {"street": "x"}}],
         {"children.0.home.province": "required", "children.0.home.commune": "required"}),
        ([{"name": "An"}] * 3, {"children": "too_many_rows"}),
        ([{"name": "An"}, "Binh"], {"children.1": "wrong_shape", "children.1.name": "required"}),
        ("An", {"children": "wrong_shape"}),
        ({"0": {"name": "An"}}, {"children": "wrong_shape"}),
    ],
)  # fmt: skip
def test_each_row_is_checked(rows: object, faults: dict[str, str]) -> None:
    form = a_form(a_field("children", "group", fields=CHILD, max=2))

    assert codes(check(form, {"children": rows})) == faults


def test_rows_may_be_too_few() -> None:
    form = a_form(a_field("owners", "group", fields=[a_field("name")], min=2))

    assert codes(check(form, {"owners": [{"name": "An"}]})) == {"owners": "too_few_rows"}
    assert codes(check(form, {})) == {}


def test_a_required_group_needs_a_row() -> None:
    form = a_form(a_field("owners", "group", fields=[a_field("name")], required=True))

    assert codes(check(form, {"owners": []})) == {"owners": "required"}


def test_a_million_rows_are_refused_without_being_read() -> None:
    form = a_form(a_field("owners", "group", fields=[a_field("name", required=True)], max=3))

    checked = check(form, {"owners": [{}] * 1_000_000})

    assert codes(checked)["owners"] == "too_many_rows"
    assert len(checked.faults) == 51


def test_a_row_may_look_at_the_form_around_it() -> None:
    row = [a_field("share", "integer", required_if={"eq": ["shared", True]})]
    form = a_form(a_field("owners", "group", fields=row), a_field("shared", "yes_no"))

    assert codes(check(form, {"shared": True, "owners": [{}]})) == {"owners.0.share": "required"}
    assert codes(check(form, {"shared": False, "owners": [{}]})) == {}


def test_the_name_in_the_row_hides_the_one_around_it() -> None:
    row = [a_field("kind"), a_field("note", show_if={"eq": ["kind", "x"]}, required=True)]
    form = a_form(a_field("kind"), a_field("rows", "group", fields=row))

    checked = check(form, {"kind": "x", "rows": [{"kind": "y"}, {"kind": "x"}]})

    assert codes(checked) == {"rows.1.note": "required"}
    assert "rows.0.note" not in checked.shown


def test_a_hidden_answer_in_a_row_is_dropped() -> None:
    form = a_form(a_field("children", "group", fields=CHILD))

    checked = check(form, {"children": [{"name": "An", "foreign": False, "passport": "C1234567"}]})

    assert checked.values == {"children": [{"name": "An", "foreign": False}]}
