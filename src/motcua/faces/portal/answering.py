# SPDX-License-Identifier: Apache-2.0
"""Turns what a page posted into the answers a draft keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict

from motcua.domains.dossiers.acts.save_draft import laid_over
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.rules import forms
from motcua.rules.forms import Fault, Field, Form
from motcua.rules.forms.nested import dig, put
from motcua.rules.words import TextError, clean

Answers = dict[str, Any]
Posted = Mapping[str, Sequence[str]]


def posted(form: QueryDict) -> Posted:
    """Return everything posted, by name."""
    return {name: form.getlist(name) for name in form}


def with_page(form: Form, kept: Mapping[str, Any], page: str, sent: Posted) -> Answers:
    """Return the kept answers with those of one page replaced; what was emptied is None."""
    return laid_over(kept, on_page(form, page, forms.read(form, sent, page=page)))


def on_page(form: Form, page: str, answers: Mapping[str, Any]) -> Answers:
    """Return the answers to one page alone, None for what has none."""
    result: Answers = {}
    for field in form.page(page).fields:
        for name in _leaves(field):
            put(result, name, dig(answers, name))
    return result


def _leaves(field: Field) -> tuple[str, ...]:
    if field.repeats:
        return (field.name,)
    return tuple(part.name for part in field.fields) or (field.name,)


def one_field(
    form: Form, kept: Mapping[str, Any], page: str, name: str, sent: Posted
) -> Answers | None:
    """Return the answer to one posted field alone; None when the page has no such field."""
    answers: Answers = {}
    for field in form.page(page).fields:
        if field.repeats and name.startswith(f"{field.name}."):
            rows = _with_cell(dig(kept, field.name), field, name, sent)
            if rows is not None:
                put(answers, field.name, rows)
        elif name in _leaves(field):
            put(answers, name, dig(forms.read(form, sent, page=page), name))
    return answers or None


def _with_cell(kept: Any, group: Field, name: str, sent: Posted) -> list[Any] | None:
    """Return the rows of a group with one cell changed; None for a cell it does not have."""
    index, _, column = name.removeprefix(f"{group.name}.").partition(".")
    if not (index.isascii() and index.isdigit() and int(index) < group.answer.most):
        return None
    cell = next((one for one in _cells(group) if one.name == column), None)
    if cell is None:
        return None
    rows = list(kept) if isinstance(kept, list) else []
    rows += [{} for _ in range(int(index) + 1 - len(rows))]
    changed: Answers = {}
    put(changed, column, cell.answer.read(sent, name))
    rows[int(index)] = laid_over(rows[int(index)], changed)
    return rows


def _cells(group: Field) -> Iterator[Field]:
    for field in group.fields:
        yield from field.fields or (field,)


def tidied(form: Form, answers: Mapping[str, Any], on: date) -> tuple[Answers, tuple[Fault, ...]]:
    """Return the answers with every good one in its kept shape, and the faults of the others.

    What is wrong stays as it was typed, so that a page can show it again.
    """
    result = forms.check(form, answers, on=on, lookups=ReferenceLookups())
    good: Answers = {}
    for field in form.fields:
        value = dig(result.values, field.name)
        if value is not None and not any(is_of(fault, field.name) for fault in result.faults):
            put(good, field.name, value)
    return laid_over(answers, good), result.faults


def is_of(fault: Fault, name: str) -> bool:
    """Say whether a fault stands in a field or in a part of it."""
    return fault.path == name or fault.path.startswith(f"{name}.")


def of_page(form: Form, page: str, faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Return the faults that stand on one page."""
    names = [field.name for field in form.page(page).fields]
    return tuple(fault for fault in faults if any(is_of(fault, name) for name in names))


def storable(value: Any) -> Any:
    """Return the answers without texts that cannot be stored; those are never kept."""
    if isinstance(value, Mapping):
        return {key: storable(one) for key, one in value.items()}
    if isinstance(value, list):
        return [storable(one) for one in value]
    if not isinstance(value, str):
        return value
    try:
        return clean(value, lines=True)
    except TextError:
        return None
