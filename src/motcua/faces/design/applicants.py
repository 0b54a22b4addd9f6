# SPDX-License-Identifier: Apache-2.0
"""First answers about the applicant, from whatever is already known of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.rules.forms import Field, Form
from motcua.rules.forms.nested import put

NAMES = ("applicant", "applicant_")


def about_applicant(form: Form, known: Mapping[str, str]) -> dict[str, Any]:
    """Return answers to the questions of a form's first page about the applicant.

    `known` is keyed by what a question asks for however the form spells it (`name`, `birth_on`,
    `personal_id`, `address`) or by the kind of the field; days are ISO dates.
    """
    answers: dict[str, Any] = {}
    for field in form.pages[0].fields:
        value = known.get(_subject(field.name)) or known.get(field.kind if field.own else "")
        if value and (field.own or field.name.startswith(NAMES)):
            put(answers, _place(field), value)
        chosen = {option.value for option in field.options}
        if field.name.endswith("identity") and "personal_id" in chosen and known.get("personal_id"):
            put(answers, field.name, "personal_id")
    return answers


def _place(field: Field) -> str:
    """Return where a plain value goes: of an address only street and house are told by a text."""
    return f"{field.name}.street" if field.kind == "address" else field.name


def _subject(name: str) -> str:
    return name.removeprefix("applicant_").removeprefix("applicant.")
