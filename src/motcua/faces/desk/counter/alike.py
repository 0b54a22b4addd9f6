# SPDX-License-Identifier: Apache-2.0
"""The warning of an open dossier of the same person for the same procedure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.http import HttpRequest

from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.queries.alike import Alike, open_alike
from motcua.domains.procedures.queries import Version
from motcua.faces.desk.naming import unit_name
from motcua.faces.desk.screens import log
from motcua.kit import clock
from motcua.rules import forms

KNOWN: Final = "at:beside"
ANYWAY: Final = "at:anyway"


class Line(NamedTuple):
    """One open dossier as the warning tells of it; nothing of its content."""

    code: str
    unit: str
    status: int
    submitted_at: datetime
    due_at: datetime | None


def found(request: HttpRequest, version: Version, answers: Mapping[str, Any]) -> list[Line]:
    """Return the open dossiers beside which this one would stand; the look is logged."""
    checked = forms.check(version.form, answers, on=clock.today(), lookups=ReferenceLookups())
    rows = open_alike(version.code, checked.values)
    if rows:
        log(request.actor, "open-dossier-warning", [row.code for row in rows])
    return [_line(row) for row in rows]


def _line(row: Alike) -> Line:
    return Line(
        row.code, unit_name(row.competent_unit_id), row.status, row.submitted_at, row.due_at
    )


def unknown(request: HttpRequest, lines: Sequence[Line]) -> bool:
    """Say whether the officer has still to go on knowingly: not told of each, or not ticked."""
    told = set(request.POST.getlist(KNOWN))
    return bool(lines) and not (ANYWAY in request.POST and {line.code for line in lines} <= told)
