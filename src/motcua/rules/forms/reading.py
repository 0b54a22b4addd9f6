# SPDX-License-Identifier: Apache-2.0
"""From what a browser posted to answers; what the form does not know is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from motcua.rules.conditions.answers import is_filled
from motcua.rules.forms.form import Field, Form
from motcua.rules.forms.kinds.groups import ROWS_MOST
from motcua.rules.forms.kinds.kind import Json, Posted
from motcua.rules.forms.nested import dig, put

_INDEX = re.compile(r"\d{1,3}", re.ASCII)


def read(form: Form, posted: Posted, *, page: str | None = None) -> dict[str, Json]:
    """The answers, unchecked, of one page or of all: nested by the dots of their names.

    Rows are taken in the order of their numbers, whatever gaps a browser left; rows left blank
    are dropped, numbers above 999 are ignored. More rows than any group may have are cut at one too
    many, so that `check` finds it.
    """
    fields = form.fields if page is None else form.page(page).fields
    return _read_all(fields, posted, "")


def replace_page(
    form: Form, answers: Mapping[str, Json], page: str, fresh: Mapping[str, Json]
) -> dict[str, Json]:
    """The answers with those of one page replaced by what was read from it anew."""
    replaced = {field.name for field in form.page(page).fields}
    result: dict[str, Json] = {}
    for field in form.fields:
        value = dig(fresh if field.name in replaced else answers, field.name)
        if value is not None:
            put(result, field.name, value)
    return result


def _read_all(fields: Iterable[Field], posted: Posted, before: str) -> dict[str, Json]:
    answers: dict[str, Json] = {}
    for field in fields:
        for leaf in (field,) if field.repeats else field.fields or (field,):
            path = before + leaf.name
            value = _rows(leaf, posted, path) if leaf.repeats else leaf.answer.read(posted, path)
            if is_filled(value):
                put(answers, leaf.name, value)
    return answers


def _rows(group: Field, posted: Posted, path: str) -> list[Json]:
    rows: list[Json] = []
    for index in _indexes(posted, path):
        row = _read_all(group.fields, posted, f"{path}.{index}.")
        if any(value is not False for value in row.values()):
            rows.append(row)
        if len(rows) > ROWS_MOST:
            break
    return rows


def _indexes(posted: Posted, path: str) -> list[str]:
    """The row numbers posted under `path`, as written, in their order."""
    heads = (
        name[len(path) + 1 :].partition(".")[0] for name in posted if name.startswith(f"{path}.")
    )
    return sorted({head for head in heads if _INDEX.fullmatch(head)}, key=lambda head: int(head))
