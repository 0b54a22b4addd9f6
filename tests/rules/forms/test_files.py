# SPDX-License-Identifier: Apache-2.0
"""Files behind answers: at the top, under a dotted name, in the rows of a group."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.rules.forms import DefinitionError
from motcua.rules.forms.files import Attached, asked_at, asking, attached, kept
from tests.rules.forms.builders import a_field, a_form, check, codes

FORM = a_form(
    a_field("name"),
    a_field("house.plan", "file", paper="plan", max_files=2),
    a_field("children", "group", fields=[a_field("name"), a_field("scan", "file", paper="birth")]),
)
ANSWERS: dict[str, Any] = {
    "name": "Lan",
    "house": {"plan": ["a", "b"]},
    "children": [{"name": "An"}, {"scan": ["c"]}],
}


def test_the_questions_for_files_are_found_by_their_paper() -> None:
    assert {paper: field.name for paper, field in asking(FORM).items()} == {
        "plan": "house.plan",
        "birth": "scan",
    }


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("house.plan", "house.plan"),
        ("children.0.scan", "scan"),
        ("children.12.scan", "scan"),
        ("name", None),
        ("children.0.name", None),
        ("children.scan", None),
        ("children.0000.scan", None),
        ("nobody.0.scan", None),
    ],
)
def test_a_posted_name_leads_to_its_question(path: str, found: str | None) -> None:
    field = asked_at(FORM.fields, path)

    assert (field.name if field else None) == found


def test_every_reference_is_told_with_its_place() -> None:
    assert list(attached(FORM, ANSWERS)) == [
        Attached("house.plan", "plan", "a"),
        Attached("house.plan", "plan", "b"),
        Attached("children.1.scan", "birth", "c"),
    ]


@pytest.mark.parametrize(
    "junk",
    [{}, {"house": 1}, {"house": {"plan": "a"}}, {"house": {"plan": [1]}}, {"children": [1, []]},
     {"children": {"scan": ["c"]}}],
)  # fmt: skip
def test_answers_of_any_shape_are_read(junk: dict[str, Any]) -> None:
    assert list(attached(FORM, junk)) == []


def test_only_allowed_references_are_kept_and_nothing_else_changes() -> None:
    left = kept(FORM, ANSWERS, lambda one: one.reference in "ac")

    assert left == {
        "name": "Lan",
        "house": {"plan": ["a"]},
        "children": [{"name": "An"}, {"scan": ["c"]}],
    }
    assert ANSWERS["house"]["plan"] == ["a", "b"]


def test_a_required_file_of_a_row_is_missed_at_its_place() -> None:
    scan = a_field("scan", "file", paper="birth", required=True)
    form = a_form(a_field("children", "group", fields=[a_field("name"), scan]))

    answers = {"children": [{"name": "An", "scan": ["c"]}, {"name": "Bình", "scan": []}]}

    assert codes(check(form, answers)) == {"children.1.scan": "required"}


def test_a_paper_code_too_long_to_be_kept_is_refused() -> None:
    with pytest.raises(DefinitionError) as refused:
        a_form(a_field("scan", "file", paper="x" * 61))

    assert refused.value.path == "pages.0.fields.0.paper"
