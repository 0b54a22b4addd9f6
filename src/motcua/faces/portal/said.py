# SPDX-License-Identifier: Apache-2.0
"""Answers in words, page by page, to be checked by the one who gave them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.faces.design.answers import spoken
from motcua.faces.design.form_files import in_words
from motcua.faces.design.form_view import Upload
from motcua.faces.design.served_places import place_words
from motcua.faces.design.titles import active
from motcua.rules.conditions import lookup
from motcua.rules.forms import Field, Page

Row = tuple[str, str]
Around = tuple[frozenset[str], Mapping[str, Upload]]


def rows(
    page: Page, answers: Mapping[str, Any], shown: frozenset[str], sent: Mapping[str, Upload]
) -> list[Row]:
    """Return label and answer of every field of the page that is shown; `sent` are its files."""
    return list(_rows(page.fields, answers, (shown, sent), ""))


def _rows(
    fields: tuple[Field, ...], answers: Mapping[str, Any], around: Around, before: str
) -> Iterator[Row]:
    language, (shown, sent) = active(), around
    for field in fields:
        path, value = before + field.name, lookup(answers, field.name)
        if path not in shown or not field.answer.answers:
            continue
        if field.repeats:
            yield from _group(field, value, around, path)
        elif field.kind == "file":
            yield field.label[language], in_words(value, sent)
        else:
            yield field.label[language], said(field, value, language)


def _group(field: Field, value: Any, around: Around, path: str) -> Iterator[Row]:
    language = active()
    item = field.answer.item
    name = item[language] if item else field.label[language]
    for place, row in enumerate(value if isinstance(value, list) else ()):
        for label, text in _rows(field.fields, row, around, f"{path}.{place}."):
            yield f"{name} {place + 1} – {label}", text


def said(field: Field, value: Any, language: str) -> str:
    """Return one answer in words; places by name."""
    if field.input.widget == "province":
        return place_words(str(value or ""), "")
    if field.input.widget == "commune":
        return place_words("", str(value or ""))
    if isinstance(value, Mapping):
        parts = {part.name.rpartition(".")[2]: part for part in field.fields}
        street = str(value.get("street") or "")
        place = place_words(str(value.get("province") or ""), str(value.get("commune") or ""))
        others = [
            said(part, value.get(name), language)
            for name, part in parts.items()
            if name not in ("street", "province", "commune")
        ]
        return ", ".join(text for text in (street, *others, place) if text)
    return spoken(field, value, language)
