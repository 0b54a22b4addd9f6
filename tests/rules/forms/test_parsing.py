# SPDX-License-Identifier: Apache-2.0
"""The definition of a form is read, or its first mistake is named with its place."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules import forms
from tests.rules.forms.builders import a_field, a_form, a_page, some_options, words

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)
SOUND = {
    "pages": [
        a_page(
            "one",
            a_field("sex", "choice", options=some_options("m", "f"), required=True),
            a_field("born", "past_date", min="1900-01-01", max="today", show_if={"filled": "sex"}),
            a_field("kids", "group", fields=[a_field("name", "person_name")], item=words("Child")),
            a_field("home", "address", own=True, privacy="sensitive", width="half"),
            a_field("area", "decimal", unit="m²", places=1, hint=words("Hint")),
        )
    ]
}


@pytest.mark.parametrize("kind", sorted(forms.KINDS))
def test_every_kind_can_be_defined_and_drawn(kind: str) -> None:
    settings: dict[str, Any] = {
        "choice": {"options": some_options("a")},
        "many_choices": {"options": some_options("a")},
        "group": {"fields": [a_field("name")]},
        "file": {"paper": "id_card"},
        "register_value": {"register": "land_parcels"},
    }.get(kind, {})

    (field,) = a_form(a_field("it", kind, **settings)).fields

    assert field.kind == kind
    assert field.input.width in {"full", "half", "third"}
    assert field.privacy in forms.Privacy


def test_a_field_carries_what_a_face_needs() -> None:
    form = a_form(
        a_field("name", "person_name", own=True, required=True, hint=words("As on the card")),
        a_field("child", "person_name", width="half"),
        a_field("faith", privacy="sensitive"),
    )

    name, child, faith = form.fields
    assert (name.autocomplete, child.autocomplete) == ("name", "off")
    assert name.hint is not None and name.hint["vi"] == "As on the card (vi)"
    assert name.input.max_length == 100
    assert (name.width, child.width) == ("full", "half")
    assert [field.sensitive for field in form.fields] == [False, False, True]
    assert form.page("one").title["en"] == "one"


def test_a_form_cannot_be_changed_and_can_be_shared() -> None:
    form = forms.parse(SOUND)

    with pytest.raises(FrozenInstanceError):
        form.pages = ()  # type: ignore[misc]

    assert forms.parse(copy.deepcopy(SOUND)) == form
    assert pickle.loads(pickle.dumps(form)) == form
    assert hash(form.fields[0].label)


def broken(**changes: Any) -> dict[str, Any]:
    return {"pages": [a_page("one", a_field("it") | changes)]}


@pytest.mark.parametrize(
    ("definition", "path", "code"),
    [
        (None, "", "not_a_mapping"),
        ([], "", "not_a_mapping"),
        ({}, "", "missing"),
        ({"pages": {}}, "pages", "not_a_list"),
        ({"pages": []}, "pages", "empty_list"),
        ({"pages": ["one"]}, "pages.0", "not_a_mapping"),
        ({"pages": [a_page("one")]}, "pages.0.fields", "empty_list"),
        ({"pages": [a_page("One", a_field("it"))]}, "pages.0.name", "bad_name"),
        ({"pages": [a_page("one", a_field("it"))], "page": 1}, "", "unknown_key"),
        (broken(name="It is"), "pages.0.fields.0.name", "bad_name"),
        (broken(name="it."), "pages.0.fields.0.name", "bad_name"),
        (broken(name="a" * 81), "pages.0.fields.0.name", "bad_name"),
        (broken(name=None), "pages.0.fields.0", "missing"),
        (broken(kind="riddle"), "pages.0.fields.0.kind", "unknown_kind"),
        (broken(kind=["text"]), "pages.0.fields.0.kind", "unknown_kind"),
        (broken(kind=None), "pages.0.fields.0", "missing"),
        (broken(requierd=True), "pages.0.fields.0", "unknown_key"),
        (broken(required="yes"), "pages.0.fields.0.required", "bad_flag"),
        (broken(label="Name"), "pages.0.fields.0.label", "not_a_mapping"),
        (broken(label={"vi": "Tên"}), "pages.0.fields.0.label", "no_language"),
        (broken(label={"vi": "", "en": "Name"}), "pages.0.fields.0.label.vi", "bad_text"),
        (broken(label={"vi": 5, "en": "Name"}), "pages.0.fields.0.label.vi", "bad_text"),
        (broken(label={"vi": "a", "en": "a", "fr": "a"}), "pages.0.fields.0.label", "unknown_key"),
        (broken(hint={"en": "x"}), "pages.0.fields.0.hint", "no_language"),
        (broken(max_length=0), "pages.0.fields.0.max_length", "bad_number"),
        (broken(max_length=True), "pages.0.fields.0.max_length", "bad_number"),
        (broken(max_length=5, min_length=6), "pages.0.fields.0.min_length", "bad_number"),
        (broken(privacy="secret"), "pages.0.fields.0.privacy", "bad_choice"),
        (broken(width="huge"), "pages.0.fields.0.width", "bad_choice"),
        (broken(show_if={"is": ["a", 1]}), "pages.0.fields.0.show_if", "condition"),
        (broken(kind="choice"), "pages.0.fields.0", "missing"),
        (broken(kind="choice", options=[]), "pages.0.fields.0.options", "empty_list"),
        (broken(kind="choice", options="ab"), "pages.0.fields.0.options", "not_a_list"),
        (broken(kind="choice", options=some_options("a", "a")),
         "pages.0.fields.0.options.1.value", "duplicate"),
        (broken(kind="choice", options=[{"value": 1, "label": words("1")}]),
         "pages.0.fields.0.options.0.value", "bad_text"),
        (broken(kind="choice", options=[{"label": words("1")}]),
         "pages.0.fields.0.options.0", "missing"),
        (broken(kind="choice", options=some_options(*map(str, range(501)))),
         "pages.0.fields.0.options", "too_many"),
        (broken(kind="integer", min=5, max=4), "pages.0.fields.0", "bad_range"),
        (broken(kind="year", min=2000, max=1999), "pages.0.fields.0", "bad_range"),
        (broken(kind="group", fields=[a_field("a")], min=5, max=4),
         "pages.0.fields.0", "bad_range"),
        (broken(kind="date", min="tomorrow"), "pages.0.fields.0.min", "bad_bound"),
        (broken(kind="file"), "pages.0.fields.0", "missing"),
        (broken(kind="statement", required=True), "pages.0.fields.0", "never_required"),
        (broken(kind="group"), "pages.0.fields.0", "missing"),
        (broken(kind="group", fields=[]), "pages.0.fields.0.fields", "empty_list"),
        (broken(kind="group", fields=[a_field("a"), a_field("a")]),
         "pages.0.fields.0.fields", "duplicate"),
        (broken(kind="group", fields=[a_field("b", "group", fields=[a_field("c")])]),
         "pages.0.fields.0.fields.0", "nested_group"),
        (broken(kind="group", fields=[a_field("a"), a_field("b", "riddle")]),
         "pages.0.fields.0.fields.1.kind", "unknown_kind"),
        ({"pages": [a_page("one", a_field("it")), a_page("one", a_field("that"))]},
         "pages", "duplicate"),
        ({"pages": [a_page("one", a_field("it")), a_page("two", a_field("it"))]},
         "pages", "duplicate"),
        ({"pages": [a_page("one", a_field("it", "address"), a_field("it.street"))]},
         "pages", "overlap"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(definition: Any, path: str, code: str) -> None:
    with pytest.raises(forms.DefinitionError) as caught:
        forms.parse(definition)

    assert (caught.value.path, caught.value.code) == (path, code)
    assert "%(" not in str(caught.value)


@given(JSON)
def test_any_other_definition_is_refused(definition: Any) -> None:
    with pytest.raises(forms.DefinitionError):
        forms.parse(definition)


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)


@given(st.data())
def test_a_sound_form_with_one_thing_spoilt_is_read_or_refused(data: st.DataObject) -> None:
    definition = copy.deepcopy(SOUND)
    node, key = data.draw(st.sampled_from(list(places(definition))))
    node[key] = data.draw(JSON)

    try:
        form = forms.parse(definition)
    except forms.DefinitionError as error:
        assert "%(" not in str(error)
    else:
        assert form.fields
