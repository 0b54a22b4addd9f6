# SPDX-License-Identifier: Apache-2.0
"""A gentle word to a citizen about to submit what is already open under their name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from motcua.domains.dossiers.queries.alike import open_alike
from motcua.domains.people import queries as people
from motcua.domains.procedures.queries import Version
from motcua.domains.units import queries as units
from motcua.faces.design.units import name_of
from motcua.kit.access import Actor


class Line(NamedTuple):
    """An open dossier of the same kind; `own` says whether this account may open it."""

    code: str
    unit: str
    submitted_at: datetime
    own: bool


def open_before(version: Version, answers: Mapping[str, Any], citizen: Actor | None) -> list[Line]:
    """Return the open dossiers of the citizen who is signed in; nothing to guests.

    Only those under the citizen's own identity number are told, whoever submitted them: what
    others have under way is theirs to know.
    """
    if citizen is None or citizen.account_id is None:
        return []
    number = people.citizen(citizen.account_id).personal_id
    if not number or answers.get("applicant_personal_id") != number:
        return []
    return [
        Line(
            row.code,
            name_of(units.agency(row.competent_unit_id)),
            row.submitted_at,
            row.account_id == citizen.account_id,
        )
        for row in open_alike(version.code, answers)
    ]
