# SPDX-License-Identifier: Apache-2.0
"""Answers are checked: shown or hidden, missing or wrong, page by page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.rules import forms
from tests.rules.forms.builders import (
    a_field,
    a_form,
    a_page,
    check,
    codes,
    some_options,
    words,
)

MARRIED = a_field("married", "yes_no", required=True)
SPOUSE = a_field("spouse", "person_name", required=True, show_if={"eq": ["married", True]})
SPOUSE_ID = a_field("spouse_id", "personal_id", show_if={"filled": "spouse"}, born="spouse_born")
SPOUSE_BORN = a_field("spouse_born", "past_date", required_if={"filled": "spouse_id"})

EVERYTHING = forms.parse(
    {
        "pages": [
            a_page("who", MARRIED, SPOUSE, SPOUSE_ID, SPOUSE_BORN,
                   a_field("child.name", "person_name"), a_field("child.home", "address")),
            a_page(
                "what",
                *(a_field(f"a_{kind}", kind) for kind in sorted(forms.KINDS)
                  if kind not in {"choice", "many_choices", "group", "file", "register_value"}),
                a_field("one", "choice", options=some_options("a", "b")),
                a_field("many", "many_choices", options=some_options("a", "b"), min=1),
                a_field("scan", "file", paper="id_card", max_files=2),
                a_field("parcel", "register_value", register="land_parcels"),
                a_field("kids", "group", required=True, max=3, fields=[
                    a_field("name", "person_name", required=True),
                    a_field("born", "past_date", not_before="a_date"),
                    a_field("home", "address", show_if={"ge": ["born", "2020-01-01"]}),
                    a_field("again", "checkbox", required_if={"eq": ["married", True]}),
                ]),
            ),
        ]
    }
)  # fmt: skip

NAMES = st.sampled_from(
    ["married", "spouse", "child", "name", "home", "province", "commune", "street", "kids", "born",
     "one", "many", "scan", *(f"a_{kind}" for kind in forms.KINDS)]
)  # fmt: skip
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.text(st.characters(), max_size=5),
    st.sampled_from(
        ["24", "07210", "a", "on", "yes", "0912345678", "024090123456", "1/1/2020", "1.000", "VN",
         "\ud800", "\x00", "a" * 10_000, "e\u0323\u0302", "<b>", "TB-12/345", "7h05"]
    ),
)  # fmt: skip
ANSWERS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(NAMES | st.text(), inner),
    max_leaves=30,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(NAMES | st.text(), ANSWERS))
def test_no_answers_whatever_make_the_check_fail(answers: Any) -> None:
    for page in (None, "what"):
        checked = check(EVERYTHING, answers, page=page)

        kept = json.dumps(checked.values, allow_nan=False)
        kept.encode("utf-8", "strict")
        assert check(EVERYTHING, json.loads(kept), page=page).values == checked.values
        for fault in checked.faults:
            assert "%(" not in fault.say(language="vi")


@pytest.mark.parametrize("answers", [None, [], "text", 5, True])
def test_answers_that_are_no_mapping_are_one_fault(answers: object) -> None:
    assert codes(check(EVERYTHING, answers)) == {"": "wrong_shape"}


def test_answers_nested_without_end_are_refused() -> None:
    deep: Any = "x"
    for _ in range(100_000):
        deep = [deep]

    checked = check(a_form(a_field("it"), a_field("home", "address")), {"it": deep, "home": deep})

    assert codes(checked) == {"it": "wrong_shape", "home": "wrong_shape"}


def test_a_required_answer_is_missed() -> None:
    assert codes(check(a_form(MARRIED), {})) == {"married": "required"}
    assert codes(check(a_form(a_field("it", required=True)), {"it": "  "})) == {"it": "required"}


def test_a_hidden_field_is_not_missed_and_a_tampered_one_is_dropped() -> None:
    form = a_form(MARRIED, SPOUSE)

    checked = check(form, {"married": False, "spouse": "<script>"})

    assert checked == forms.Checked({"married": False}, (), frozenset({"married"}))


def test_hiding_a_field_hides_what_hangs_on_it() -> None:
    form = a_form(SPOUSE_ID, SPOUSE_BORN, SPOUSE, MARRIED)
    given_all = {"spouse": "An", "spouse_id": "024090123456", "spouse_born": "1/1/1990"}

    shown = check(form, given_all | {"married": "yes"})
    hidden = check(form, given_all | {"married": "no"})

    assert set(shown.values) == {"married", "spouse", "spouse_id", "spouse_born"}
    assert hidden.values == {"married": False, "spouse_born": "1990-01-01"}


def test_a_condition_sees_only_sound_answers() -> None:
    form = a_form(
        a_field("area", "decimal"),
        a_field("why", required=True, show_if={"gt": ["area", 250]}),
    )

    assert codes(check(form, {"area": "300,5"})) == {"why": "required"}
    assert codes(check(form, {"area": "many"})) == {"area": "number"}


def test_a_field_may_be_required_by_another_answer() -> None:
    form = a_form(MARRIED, SPOUSE, SPOUSE_ID, SPOUSE_BORN)
    answers = {"married": True, "spouse": "An", "spouse_id": "024090123456"}

    assert codes(check(form, answers)) == {"spouse_born": "required"}
    assert codes(check(form, answers | {"spouse_born": "2/2/1990"})) == {}
    assert codes(check(form, answers | {"spouse_born": "x"})) == {"spouse_born": "date"}


def test_faults_come_in_the_order_of_the_form() -> None:
    form = a_form(
        a_field("c", required=True, show_if={"filled": "a"}),
        a_field("b", required=True),
        a_field("a"),
    )

    assert [fault.path for fault in check(form, {"a": "x"}).faults] == ["c", "b"]


def test_a_page_is_checked_alone_and_sees_the_pages_before() -> None:
    form = forms.parse({"pages": [a_page("one", MARRIED), a_page("two", SPOUSE)]})

    first = check(form, {}, page="one")
    second = check(form, {"married": "yes", "spouse": "An"}, page="two")
    hidden = check(form, {"married": "no", "spouse": "An"}, page="two")

    assert codes(first) == {"married": "required"}
    assert (second.values, second.faults, second.shown) == ({"spouse": "An"}, (), {"spouse"})
    assert (hidden.values, hidden.shown) == ({}, frozenset())


def test_a_page_that_is_not_there_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        check(EVERYTHING, {}, page="three")


def test_dotted_names_are_nested_and_flat_ones_are_not_taken_for_them() -> None:
    form = a_form(
        a_field("child.name"), a_field("note", show_if={"eq": ["child.name", "An"]}, required=True)
    )

    assert check(form, {"child": {"name": "An"}, "note": "x"}).values == {
        "child": {"name": "An"}, "note": "x",
    }  # fmt: skip
    assert check(form, {"child.name": "An", "note": "x"}).values == {}


def test_shown_names_rows_and_parts() -> None:
    row = [a_field("name"), a_field("home", "address", show_if={"filled": "name"})]
    form = a_form(a_field("kids", "group", fields=row))

    checked = check(form, {"kids": [{"name": "An"}, {}]})

    assert checked.shown == {
        "kids", "kids.0.name", "kids.0.home", "kids.0.home.province", "kids.0.home.commune",
        "kids.0.home.street", "kids.1.name",
    }  # fmt: skip


def test_an_answer_is_never_repeated_in_a_fault() -> None:
    secret = "Bí mật 024090123456 \x00"
    every = {field.name: secret for field in EVERYTHING.fields if "." not in field.name}

    for fault in check(EVERYTHING, every | {"kids": [{"name": secret}]}).faults:
        assert "024090123456" not in fault.say() + repr(fault)


def test_labels_do_not_disturb_the_sentences() -> None:
    odd = {"vi": "100% %(x)s {y}", "en": "100% %(x)s {y}"}
    form = a_form(
        a_field("a", "date") | {"label": odd}, a_field("b", "date", not_before="a", hint=words("h"))
    )

    (fault,) = check(form, {"a": "2/1/2026", "b": "1/1/2026"}).faults

    assert fault.say() == "This date must not be before “100% %(x)s {y}”."
