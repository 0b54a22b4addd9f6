# SPDX-License-Identifier: Apache-2.0
"""What a browser posts becomes answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules import forms
from tests.rules.forms.builders import a_field, a_form, a_page, check, codes, some_options

FORM = a_form(
    a_field("child.name", "person_name"),
    a_field("wishes", "many_choices", options=some_options("a", "b")),
    a_field("consent", "checkbox"),
    a_field("home", "address"),
    a_field("scan", "file", paper="id_card"),
    a_field(
        "kids",
        "group",
        max=3,
        fields=[
            a_field("name", "person_name"),
            a_field("home", "address"),
            a_field("foreign", "checkbox"),
        ],
    ),
)


def test_names_are_nested_by_their_dots() -> None:
    posted = {
        "child.name": ["An"],
        "wishes": ["a", "", "b"],
        "consent": ["on"],
        "home.commune": ["07210"],
        "home.street": [" "],
        "scan": ["f1"],
        "kids.0.name": ["Bình"],
        "kids.0.home.street": ["Thôn Đông"],
        "kids.0.foreign": ["on"],
        "csrf": ["x"],
        "child.age": ["5"],
        "kids.0.age": ["5"],
        "__proto__.x": ["1"],
    }

    assert forms.read(FORM, posted) == {
        "child": {"name": "An"},
        "wishes": ["a", "b"],
        "consent": "on",
        "home": {"commune": "07210"},
        "scan": ["f1"],
        "kids": [{"name": "Bình", "home": {"street": "Thôn Đông"}, "foreign": "on"}],
    }


def test_nothing_posted_is_a_box_left_unticked() -> None:
    assert forms.read(FORM, {}) == {"consent": False}


def test_the_last_of_several_values_counts() -> None:
    assert forms.read(FORM, {"child.name": ["An", "Bình"]})["child"] == {"name": "Bình"}
    assert forms.read(FORM, {"child.name": []}).get("child") is None


def test_rows_keep_their_order_whatever_their_numbers() -> None:
    posted = {"kids.10.name": ["c"], "kids.2.name": ["b"], "kids.0.name": ["a"]}

    kids: Any = forms.read(FORM, posted)["kids"]

    assert [kid["name"] for kid in kids] == ["a", "b", "c"]


def test_blank_rows_are_dropped() -> None:
    posted = {"kids.0.name": [" "], "kids.0.home.street": [""], "kids.1.name": ["b"]}

    assert forms.read(FORM, posted)["kids"] == [{"name": "b", "foreign": False}]


@pytest.mark.parametrize("index", ["999999", "-1", "1e3", "٣", "", "0x1", "9" * 5000])
def test_a_strange_row_number_is_not_known(index: str) -> None:
    assert "kids" not in forms.read(FORM, {f"kids.{index}.name": ["x"]})


def test_too_many_rows_are_cut_and_still_found() -> None:
    posted = {f"kids.{index}.name": ["x"] for index in range(1000)}

    answers = forms.read(FORM, posted)

    kids: Any = answers["kids"]
    assert len(kids) == 51
    assert codes(check(FORM, answers)) == {"kids": "too_many_rows"}


@given(
    st.dictionaries(
        st.sampled_from(["child.name", "kids.1.name", "kids.x", "home", "wishes", "consent"])
        | st.text(max_size=10),
        st.lists(st.text(max_size=5), max_size=3),
    )
)
def test_whatever_is_posted_can_be_checked(posted: dict[str, list[str]]) -> None:
    checked = check(FORM, forms.read(FORM, posted))

    assert set(checked.values) <= {"child", "wishes", "consent", "home", "scan", "kids"}


def test_a_page_is_read_alone_and_replaces_its_answers_only() -> None:
    form = forms.parse(
        {
            "pages": [
                a_page("one", a_field("child.name"), a_field("consent", "checkbox")),
                a_page("two", a_field("child.born", "date"), a_field("note")),
            ]
        }
    )
    draft: dict[str, forms.Json] = {
        "child": {"name": "An", "born": "1/1/2020"}, "consent": True, "note": "x", "old": 1,
    }  # fmt: skip

    fresh = forms.read(form, {"child.name": ["Bình"], "note": ["y"]}, page="one")
    replaced = forms.replace_page(form, draft, "one", fresh)

    assert fresh == {"child": {"name": "Bình"}, "consent": False}
    assert replaced == {
        "child": {"name": "Bình", "born": "1/1/2020"}, "consent": False, "note": "x",
    }  # fmt: skip
    assert draft["consent"] is True
