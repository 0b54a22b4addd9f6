# SPDX-License-Identifier: Apache-2.0
"""Text to read has no answer."""

from __future__ import annotations

from motcua.rules import forms
from tests.rules.forms.builders import a_field, a_form, check


def test_an_answer_to_a_statement_is_dropped() -> None:
    form = a_form(a_field("note", "statement"), a_field("name"))

    checked = check(form, {"note": "x", "name": "An"})

    assert checked == forms.Checked({"name": "An"}, (), frozenset({"note", "name"}))


def test_a_statement_is_not_read_from_what_was_posted() -> None:
    assert forms.read(a_form(a_field("note", "statement")), {"note": ["x"]}) == {}
