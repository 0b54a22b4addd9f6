# SPDX-License-Identifier: Apache-2.0
"""Answers in words, page by page, to be checked by the one who gave them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.faces.design.answers import spoken
from motcua.faces.design.titles import active
from motcua.faces.portal.places import place_words
from motcua.rules.conditions import lookup
from motcua.rules.forms import Field, Page

Row = tuple[str, str]


def rows(page: Page, answers: Mapping[str, Any], shown: frozenset[str]) -> list[Row]:
    """Return label and answer of every field of the page that is shown."""
    return list(_rows(page.fields, answers, shown, ""))


def _rows(
    fields: tuple[Field, ...], answers: Mapping[str, Any], shown: frozenset[str], before: str
) -> Iterator[Row]:
    language = active()
    for field in fields:
        path, value = before + field.name, lookup(answers, field.name)
        if path not in shown or not field.answer.answers:
            continue
        if field.repeats:
            yield from _group(field, value, shown, path)
        else:
            yield field.label[language], said(field, value, language)


def _group(field: Field, value: Any, shown: frozenset[str], path: str) -> Iterator[Row]:
    language = active()
    item = field.answer.item
    name = item[language] if item else field.label[language]
    for place, row in enumerate(value if isinstance(value, list) else ()):
        for label, text in _rows(field.fields, row, shown, f"{path}.{place}."):
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
