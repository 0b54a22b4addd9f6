# SPDX-License-Identifier: Apache-2.0
"""Whether the conditions of a form look at fields that are there, and at answers that can be."""

from __future__ import annotations

from collections.abc import Mapping

from motcua.rules.conditions import Condition
from motcua.rules.conditions.condition import Term
from motcua.rules.conditions.equality import Filled
from motcua.rules.forms.definition import DefinitionError
from motcua.rules.forms.form import Field, Page, named
from motcua.rules.forms.kinds.choices import Choice, ManyChoices
from motcua.rules.forms.kinds.dates import Date
from motcua.rules.forms.kinds.listed import Country, EthnicGroup
from motcua.rules.forms.kinds.moments import Year
from motcua.rules.forms.kinds.ticks import Checkbox

_CLOSED = (Choice, ManyChoices, Country, EthnicGroup)


def check_references(pages: tuple[Page, ...]) -> None:
    """Refuse conditions and partners that cannot work. Raises: DefinitionError."""
    around = {name: field for page in pages for top in page.fields for name, field in seen(top)}
    for page_at, page in enumerate(pages):
        for at, field in enumerate(page.fields):
            path = f"pages.{page_at}.fields.{at}"
            _check(field, around, path)
            if field.repeats:
                _check_rows(field, around, path)


def seen(field: Field) -> list[tuple[str, Field]]:
    """The names a condition beside the field may use, and the fields they stand for."""
    parts = () if field.repeats else field.fields
    return [(field.name, field), *((part.name, part) for part in parts)]


def _check_rows(group: Field, around: Mapping[str, Field], path: str) -> None:
    inside = {name: field for row_field in group.fields for name, field in seen(row_field)}
    outside = {name: field for name, field in around.items() if name != group.name}
    for at, field in enumerate(group.fields):
        _check(field, outside | inside, f"{path}.fields.{at}")


def _check(field: Field, known: Mapping[str, Field], path: str) -> None:
    for key in ("show_if", "required_if"):
        condition: Condition | None = getattr(field, key)
        for term in condition.terms() if condition else ():
            _check_term(term, field, known, f"{path}.{key}")
    for partner in field.answer.partners():
        if not isinstance(_found(partner, field, known, path).answer, Date | Year):
            raise DefinitionError(path, "wrong_partner", field=partner)


def _check_term(term: Term, field: Field, known: Mapping[str, Field], path: str) -> None:
    seen_field = _found(term.field, field, known, path)
    if isinstance(term, Filled) and isinstance(seen_field.answer, Checkbox):
        raise DefinitionError(path, "filled_checkbox", field=term.field)
    if not isinstance(seen_field.answer, _CLOSED):
        return
    possible = {option.value for option in seen_field.options}
    for value in term.expected:
        if value not in possible:
            raise DefinitionError(path, "unknown_option", value=str(value), field=term.field)


def _found(name: str, field: Field, known: Mapping[str, Field], path: str) -> Field:
    if name in named(field):
        raise DefinitionError(path, "own_field")
    if name not in known or not known[name].answer.answers:
        raise DefinitionError(path, "unknown_field", field=name)
    return known[name]
