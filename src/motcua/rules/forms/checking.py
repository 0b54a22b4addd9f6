# SPDX-License-Identifier: Apache-2.0
"""Checking answers: what is shown, what is missing, what is wrong, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.rules.forms.faults import Fault
from motcua.rules.forms.form import Form
from motcua.rules.forms.kinds.kind import Asked, Json, Lookups
from motcua.rules.forms.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Checked:
    """`values` can be stored as JSON and hold only shown fields; `shown` are their dotted paths."""

    values: dict[str, Json]
    faults: tuple[Fault, ...]
    shown: frozenset[str]


def check(
    form: Form,
    answers: Mapping[str, object],
    *,
    on: date,
    lookups: Lookups,
    page: str | None = None,
) -> Checked:
    """Check answers of any shape, as of the day `on`; never raises because of them.

    With `page`, values, faults and shown fields are those of that page, while conditions see the
    answers of all pages. A field with a fault is missing from the values. Raises: KeyError for a
    page that is not there.
    """
    fields = form.fields if page is None else form.page(page).fields
    if not isinstance(answers, Mapping):
        return Checked({}, (Fault("", "wrong_shape"),), frozenset())
    sheet = Sheet(form.order, answers, Asked(on, lookups))
    return Checked(
        sheet.values(fields), tuple(sheet.faults(fields)), frozenset(sheet.shown(fields))
    )
