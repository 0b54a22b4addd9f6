# SPDX-License-Identifier: Apache-2.0
"""Answers that satisfy a form: what a demonstration fills in where nobody authored answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from motcua.rules.forms.checking import check
from motcua.rules.forms.form import Field, Form
from motcua.rules.forms.kinds.kind import Lookups

ROUNDS: Final = 60
BORN: Final = "1990-05-19"
WORDS: Final = "Nội dung mẫu để trình diễn"

_FIXED: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "yes_no": True,
        "checkbox": True,
        "country": "VN",
        "nationality": "VN",
        "ethnic_group": "01",
        "province": "24",
        "commune": "09187",
        "street": "Số 1, đường Mẫu",
        "personal_id": "024090123456",
        "bank_account": "0123456789",
        "past_date": BORN,
        "year": "1990",
        "group": [{}],
    }
)
_INDEX: Final = re.compile(r"\.\d+(?=\.|$)")


def sample(
    form: Form, given: Mapping[str, Any], *, on: date, lookups: Lookups
) -> dict[str, Any] | None:
    """Return `given`, completed until the form has no fault; None when that cannot be reached.

    Only fields that are shown and missing are answered, so conditions are respected.
    """
    answers: dict[str, Any] = deepcopy(dict(given))
    fields = _fields(form)
    for _ in range(ROUNDS):
        result = check(form, answers, on=on, lookups=lookups)
        if not result.faults:
            return dict(result.values)
        for fault in result.faults:
            field = fields.get(_INDEX.sub("", fault.path))
            if field is None:
                return None
            _place(answers, fault.path, _answer(field, on))
    return None


def _fields(form: Form) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in form.fields:
        _collect(field, field.name, found)
    return found


def _collect(field: Field, path: str, found: dict[str, Field]) -> None:
    found[path] = field
    for part in field.fields:
        name = part.name if not field.repeats else f"{field.name}.{part.name}"
        _collect(part, path.removesuffix(field.name) + name, found)


def _answer(field: Field, on: date) -> Any:
    maker = _MADE.get(field.kind)
    if maker is not None:
        return maker(field, on)
    if field.kind in _FIXED:
        return deepcopy(_FIXED[field.kind])
    return field.input.example or WORDS[: field.input.max_length]


def _number(field: Field, on: date) -> int:
    return max(1, int(getattr(field.answer, "least", 1)))


_MADE: Final[Mapping[str, Callable[[Field, date], Any]]] = MappingProxyType(
    {
        "choice": lambda field, on: field.options[0].value,
        "many_choices": lambda field, on: [field.options[0].value],
        "integer": _number,
        "decimal": _number,
        "money": _number,
        "date": lambda field, on: on.isoformat(),
        "future_date": lambda field, on: (on + timedelta(days=30)).isoformat(),
    }
)


def _place(answers: dict[str, Any], path: str, value: Any) -> None:
    """Put a value under a path that may pass through rows (`children.0.name`)."""
    *way, last = path.split(".")
    here: Any = answers
    for part in way:
        if isinstance(here, list):
            here = here[int(part)]
        else:
            here = here.setdefault(part, {})
    if isinstance(here, list):
        here[int(last)] = value
    else:
        here[last] = value
