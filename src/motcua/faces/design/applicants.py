# SPDX-License-Identifier: Apache-2.0
"""First answers about the applicant, from whatever is already known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from motcua.rules.forms import Field, Form
from motcua.rules.forms.nested import put

NAMES = ("applicant", "applicant_")
ADDRESS_PARTS: Final = ("province", "commune", "street")


def about_applicant(form: Form, known: Mapping[str, str]) -> dict[str, Any]:
    """Return answers to the questions of a form's first page about the applicant.

    `known` is keyed by what a question asks for however the form spells it (`name`, `birth_on`,
    `personal_id`, `address`) or by the kind of the field; days are ISO dates. An address is told
    by its parts `province`, `commune` and `street`; without a street, the text stands in its place.
    """
    answers: dict[str, Any] = {}
    for field in form.pages[0].fields:
        for name, value in _told(field, known) if _is_theirs(field) else ():
            put(answers, name, value)
        chosen = {option.value for option in field.options}
        if field.name.endswith("identity") and "personal_id" in chosen and known.get("personal_id"):
            put(answers, field.name, "personal_id")
    return answers


def address_names(form: Form) -> tuple[str, ...]:
    """Return the names of the questions that the applicant's address answers."""
    return tuple(
        field.name
        for field in form.pages[0].fields
        if field.kind == "address" and (field.own or _subject(field.name) == "address")
    )


def _is_theirs(field: Field) -> bool:
    return field.own or field.name.startswith(NAMES)


def _told(field: Field, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is known for a field, an empty part of an address too: it empties what stood."""
    value = known.get(_subject(field.name)) or known.get(field.kind if field.own else "")
    if field.kind != "address":
        if value:
            yield field.name, value
    elif value:
        parts = {"street": value, **known}
        yield from ((f"{field.name}.{one}", parts[one]) for one in ADDRESS_PARTS if one in parts)


def _subject(name: str) -> str:
    return name.removeprefix("applicant_").removeprefix("applicant.")
