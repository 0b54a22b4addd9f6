# SPDX-License-Identifier: Apache-2.0
"""The files that answers refer to: which questions ask for some, which references stand where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from motcua.rules.forms.form import Field, Form
from motcua.rules.forms.kinds.kind import Json
from motcua.rules.forms.kinds.records import File
from motcua.rules.forms.nested import dig, put

_IN_ROW = re.compile(r"(?P<group>[a-z0-9_.]+?)\.\d{1,3}\.(?P<name>[a-z0-9_.]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attached:
    """One reference in the answers: at which path (`children.0.scan`), as which paper."""

    path: str
    paper: str
    reference: str


def asking(form: Form) -> Mapping[str, Field]:
    """The questions for files by the code of the paper they ask for, the first of equal ones."""
    asked: dict[str, Field] = {}
    for field in form.fields:
        for one in (field, *(field.fields if field.repeats else ())):
            if isinstance(one.answer, File):
                asked.setdefault(one.answer.paper, one)
    return asked


def asked_at(fields: tuple[Field, ...], path: str) -> Field | None:
    """The question for files at a path as it is posted, None where none of these fields asks."""
    row = _IN_ROW.fullmatch(path)
    for field in fields:
        if field.name == path and isinstance(field.answer, File):
            return field
        if row and field.repeats and field.name == row["group"]:
            return asked_at(field.fields, row["name"])
    return None


def attached(form: Form, answers: Mapping[str, Any]) -> Iterator[Attached]:
    """Every reference in the answers, checked or not, in the order of the form."""
    for place, field in _places(form, dict(answers)):
        for one in dig(place.within, field.name):
            if isinstance(one, str):
                yield Attached(place.before + field.name, _paper(field), one)


def kept(
    form: Form, answers: Mapping[str, Any], keep: Callable[[Attached], bool]
) -> dict[str, Any]:
    """The answers with those references only that `keep` allows; all else stays as it is."""
    result = deepcopy(dict(answers))
    for place, field in list(_places(form, result)):
        path, paper = place.before + field.name, _paper(field)
        left: list[Json] = [
            one
            for one in dig(place.within, field.name)
            if isinstance(one, str) and keep(Attached(path, paper, one))
        ]
        put(place.within, field.name, left)
    return result


@dataclass(frozen=True, slots=True)
class _Place:
    """Answers that a question is answered in, the form's or a row's, and the path before them."""

    within: dict[str, Any]
    before: str


def _places(form: Form, answers: dict[str, Any]) -> Iterator[tuple[_Place, Field]]:
    """Every list of files in the answers, a single reference counting as none."""
    for field in form.fields:
        rows = dig(answers, field.name) if field.repeats else None
        if isinstance(field.answer, File):
            yield from _listed(_Place(answers, ""), field)
        for at, row in enumerate(rows if isinstance(rows, list) else ()):
            for one in field.fields if isinstance(row, dict) else ():
                if isinstance(one.answer, File):
                    yield from _listed(_Place(row, f"{field.name}.{at}."), one)


def _listed(place: _Place, field: Field) -> Iterator[tuple[_Place, Field]]:
    if isinstance(dig(place.within, field.name), list):
        yield place, field


def _paper(field: Field) -> str:
    return str(getattr(field.answer, "paper", ""))
