# SPDX-License-Identifier: Apache-2.0
"""Answers as people write them: kept values turned back into what stands in a text box."""

from __future__ import annotations

from django.utils.translation import gettext

from motcua.faces.design.formats import date_vn, number_vn
from motcua.rules.conditions.answers import is_iso_date
from motcua.rules.forms import Field

YES, NO = "yes", "no"
TICKED = (True, "on", "true", YES)


def shown(field: Field, value: object) -> str:
    """The text of a control; what was typed and refused comes back as it was typed."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return str(value) if field.kind == "year" else number_vn(value)
    if not isinstance(value, str):
        return ""
    return date_vn(value) if "date" in field.kind and is_iso_date(value) else value


def ticked(value: object) -> bool:
    """Whether a box is ticked, from a kept or a posted value."""
    return value in TICKED


def checked(value: object) -> tuple[str, ...]:
    """The chosen values of a question that takes several."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def spoken(field: Field, value: object, language: str) -> str:
    """The answer in words, for lists to check before submitting and for officers to read."""
    if isinstance(value, list | tuple):
        return ", ".join(spoken(field, one, language) for one in value)
    text = shown(field, value)
    for option in field.options:
        if option.value == text:
            return option.label[language]
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    return f"{text}\u00a0đ" if text and field.kind == "money" else text
