# SPDX-License-Identifier: Apache-2.0
"""From the mapping in a procedure file to a form, or to a named mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.form import Field, Form, Page
from motcua.rules.forms.kinds import KINDS
from motcua.rules.forms.kinds.groups import Group
from motcua.rules.forms.kinds.kind import Kind, Privacy
from motcua.rules.forms.ordering import in_order
from motcua.rules.forms.references import check_references

WIDTHS = frozenset({"full", "half", "third"})


def parse(mapping: Mapping[str, object]) -> Form:
    """Read {pages: [{name, title, fields: [...]}]}; the form can be shared by all requests.

    Raises: DefinitionError.
    """
    definition = Definition(mapping)
    pages = tuple(_page(page) for page in definition.list("pages"))
    definition.done()
    _distinct((page.name for page in pages), "pages")
    fields = tuple(field for page in pages for field in page.fields)
    _distinct((field.name for field in fields), "pages")
    check_references(pages)
    return Form(pages, in_order(fields, "pages"))


def _page(definition: Definition) -> Page:
    fields = tuple(_field(field) for field in definition.list("fields"))
    page = Page(definition.name("name"), definition.words("title"), fields)
    definition.done()
    return page


def _field(definition: Definition, in_group: bool = False) -> Field:
    answer = _kind(definition).define(definition)
    if in_group and isinstance(answer, Group):
        raise DefinitionError(definition.path, "nested_group")
    field = Field(
        name=definition.name("name"),
        answer=answer,
        label=definition.words("label"),
        hint=definition.words_or_none("hint"),
        required=definition.flag("required"),
        required_if=definition.condition("required_if"),
        show_if=definition.condition("show_if"),
        privacy=Privacy(definition.choice("privacy", frozenset(Privacy), answer.privacy)),
        own=definition.flag("own"),
        width=definition.choice("width", WIDTHS, answer.input.width),
    )
    if not answer.answers and (field.required or field.required_if):
        raise DefinitionError(definition.path, "never_required")
    field = _with_rows(field, definition) if field.repeats else _with_parts(field)
    definition.done()
    return field


def _kind(definition: Definition) -> type[Kind]:
    kind = definition.need("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise DefinitionError(definition.at("kind"), "unknown_kind", kind=str(kind))
    return KINDS[kind]


def _with_rows(field: Field, definition: Definition) -> Field:
    fields = tuple(_field(one, in_group=True) for one in definition.list("fields"))
    _distinct((one.name for one in fields), definition.at("fields"))
    return replace(field, fields=fields, order=in_order(fields, definition.at("fields")))


def _with_parts(field: Field) -> Field:
    """An address gets its parts, each named after the whole and as private as it."""
    parts = [_field(Definition(part)) for part in field.answer.parts()]
    named = tuple(
        replace(part, name=f"{field.name}.{part.name}", privacy=field.privacy, own=field.own)
        for part in parts
    )
    return replace(field, fields=named, order=named)


def _distinct(names: Iterable[str], path: str) -> None:
    """Refuse a name used twice, or one that stands inside another (`child` and `child.name`)."""
    taken: set[str] = set()
    for name in names:
        if name in taken:
            raise DefinitionError(path, "duplicate", name=name)
        taken.add(name)
    for name in taken:
        parts = name.split(".")
        if any(".".join(parts[:length]) in taken for length in range(1, len(parts))):
            raise DefinitionError(path, "overlap", name=name)
