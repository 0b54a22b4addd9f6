# SPDX-License-Identifier: Apache-2.0
"""Reading one answer, and comparing it with a value without ever raising."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Scalar: TypeAlias = str | bool | int | float

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def lookup(answers: object, name: str) -> object:
    """The answer to `name` (dotted names walk nested mappings), None when there is none."""
    if isinstance(answers, Mapping) and name in answers:
        return answers[name]
    here = answers
    for part in name.split("."):
        if not isinstance(here, Mapping) or part not in here:
            return None
        here = here[part]
    return here


def is_number(value: object) -> bool:
    """Whether `value` is a number that can be ordered (true, false and NaN are not)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def is_iso_date(value: object) -> bool:
    """Whether `value` is text of the shape 2026-01-31; such texts order as their dates do."""
    return isinstance(value, str) and _ISO_DATE.fullmatch(value) is not None


def is_filled(value: object) -> bool:
    """Whether something was answered: `no` and 0 are answers, blank text and empty lists not."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping | list | tuple):
        return bool(value)
    return value is not None


def same(answer: object, value: Scalar) -> bool:
    """Equality that keeps `true` apart from 1 and text apart from numbers."""
    if is_number(answer) and is_number(value):
        return answer == value
    return type(answer) is type(value) and answer == value


def order(answer: object, bound: Scalar) -> int | None:
    """-1, 0 or 1 as the answer is below, at or above `bound`; None when the two have no order."""
    if is_number(answer) and is_number(bound):
        return _sign(answer > bound, answer < bound)  # type: ignore[operator]
    if is_iso_date(answer) and is_iso_date(bound):
        return _sign(str(answer) > str(bound), str(answer) < str(bound))
    return None


def _sign(above: bool, below: bool) -> int:
    return int(above) - int(below)
