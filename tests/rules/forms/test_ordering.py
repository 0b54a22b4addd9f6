# SPDX-License-Identifier: Apache-2.0
"""Fields are decided after those they depend on."""

from __future__ import annotations

import pytest

from motcua.rules import forms
from tests.rules.forms.builders import a_field, a_form, a_page, check


def waiting_for(name: str, other: str) -> dict:
    return a_field(name, show_if={"filled": other})


def test_a_field_may_depend_on_a_later_one() -> None:
    form = forms.parse(
        {"pages": [a_page("one", waiting_for("a", "b")), a_page("two", waiting_for("b", "c"),
         a_field("c"))]}
    )  # fmt: skip

    assert check(form, {"a": "1", "b": "2", "c": "3"}).values == {"a": "1", "b": "2", "c": "3"}
    assert check(form, {"a": "1", "b": "2"}).values == {}


def test_a_long_chain_is_decided_to_its_end() -> None:
    chain = [waiting_for(f"f{at}", f"f{at + 1}") for at in range(300)]
    form = a_form(*chain, a_field("f300"))
    answers = {f"f{at}": "x" for at in range(300)}

    assert check(form, answers).values == {}
    assert len(check(form, answers | {"f300": "x"}).values) == 301


@pytest.mark.parametrize(
    "fields",
    [
        [waiting_for("a", "b"), waiting_for("b", "a")],
        [waiting_for("a", "b"), waiting_for("b", "c"), waiting_for("c", "a")],
        [a_field("home", "address", show_if={"filled": "a"}), waiting_for("a", "home.street")],
        [
            waiting_for("a", "kids"),
            a_field("kids", "group", fields=[a_field("x", required_if={"filled": "a"})]),
        ],
    ],
)
def test_fields_that_wait_for_one_another_are_refused(fields: list[dict]) -> None:
    with pytest.raises(forms.DefinitionError) as caught:
        a_form(*fields)

    assert caught.value.code == "circle"
    assert "→" in str(caught.value)


def test_a_circle_inside_a_row_is_refused() -> None:
    row = [waiting_for("a", "b"), waiting_for("b", "a")]

    with pytest.raises(forms.DefinitionError) as caught:
        a_form(a_field("kids", "group", fields=row))

    assert (caught.value.path, caught.value.code) == ("pages.0.fields.0.fields", "circle")


def test_two_fields_may_require_one_another_in_turn() -> None:
    form = a_form(
        a_field("phone", "phone", required_if={"not": {"filled": "email"}}),
        a_field("email", "email", required_if={"not": {"filled": "phone"}}),
    )

    assert {fault.path for fault in check(form, {}).faults} == {"phone", "email"}
    assert check(form, {"email": "a@b.vn"}).faults == ()
