# SPDX-License-Identifier: Apache-2.0
"""The answers of a dossier in words, page by page, as an officer reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from motcua.faces.design.answers import spoken
from motcua.faces.design.form_files import in_words
from motcua.faces.design.form_view import Upload
from motcua.faces.design.served_places import place_words
from motcua.faces.design.titles import active, both_text
from motcua.rules.conditions import lookup
from motcua.rules.forms import Field, Form

PLACE_PARTS = frozenset({"street", "province", "commune"})
Row = tuple[str, str]


class Section(NamedTuple):
    """One page of the form with what was answered on it."""

    title: str
    rows: list[Row]


def sections(form: Form, answers: Mapping[str, Any], sent: Mapping[str, Upload]) -> list[Section]:
    """Return the pages that have answers, `sent` being their files; what is empty is not shown."""
    drawn = (
        Section(both_text(page.title), list(_rows(page.fields, answers, sent)))
        for page in form.pages
    )
    return [section for section in drawn if section.rows]


def _rows(
    fields: Iterable[Field], answers: Mapping[str, Any], sent: Mapping[str, Upload]
) -> Iterator[Row]:
    language = active()
    for field in fields:
        value = lookup(answers, field.name)
        if value in (None, "", [], {}) or not field.answer.answers:
            continue
        if field.repeats:
            yield from _group(field, value, sent)
        elif field.kind == "file":
            yield field.label[language], in_words(value, sent)
        else:
            yield field.label[language], said(field, value)


def _group(field: Field, value: Any, sent: Mapping[str, Upload]) -> Iterator[Row]:
    language = active()
    item = field.answer.item
    name = item[language] if item else field.label[language]
    for place, row in enumerate(value if isinstance(value, list) else (), start=1):
        for label, text in _rows(field.fields, row, sent):
            yield f"{name} {place} – {label}", text


def said(field: Field, value: Any) -> str:
    """Return one answer in words; places by name."""
    if field.input.widget == "province":
        return place_words(value, "")
    if field.input.widget == "commune":
        return place_words("", value)
    if isinstance(value, Mapping):
        return ", ".join(filter(None, _parts(field, value)))
    return spoken(field, value, active())


def _parts(field: Field, value: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parts of an address: street, what else it has, commune and province."""
    yield str(value.get("street") or "")
    for part in field.fields:
        name = part.name.rpartition(".")[2]
        if name not in PLACE_PARTS:
            yield said(part, value.get(name))
    yield place_words(value.get("province"), value.get("commune"))
