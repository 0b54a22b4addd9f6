# SPDX-License-Identifier: Apache-2.0
"""Open dossiers of the same person for the same procedure, wherever in the province they lie."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from motcua.domains.dossiers.application import applicant_of
from motcua.kit import sql
from motcua.rules.words import fold

MOST = 5

# 3 refused, 7 withdrawn, 8 stopped and 10 returned are over; everything else is open.
ALIKE = """
SELECT code, competent_unit_id, receiving_unit_id, status, submitted_at, due_at, account_id
FROM dossiers_dossier
WHERE {same} AND procedure_code = %s AND status NOT IN (3, 7, 8, 10) ORDER BY id DESC LIMIT %s
"""
BY_NUMBER = ALIKE.format(same="applicant_id_number = %s")
# The text index finds the words; name and birth decide.
BY_NAME = ALIKE.format(
    same="to_tsvector('simple', search) @@ plainto_tsquery('simple', %s)"
    " AND search = %s AND answers->>'applicant_birth_on' = %s"
)


class Alike(NamedTuple):
    """An open dossier of the same kind; nothing of its content."""

    code: str
    competent_unit_id: int
    receiving_unit_id: int
    status: int
    submitted_at: datetime
    due_at: datetime | None
    account_id: int | None


def open_alike(procedure_code: str, answers: Mapping[str, Any]) -> tuple[Alike, ...]:
    """Return the newest open dossiers of the applicant named in checked answers.

    The same identity number makes the same person; without a number, name and date of birth do.
    """
    who = applicant_of(answers)
    born_on = answers.get("applicant_birth_on")
    if who.id_number:
        rows = sql.fetch_all(BY_NUMBER, [who.id_number, procedure_code, MOST])
    elif who.name and isinstance(born_on, str) and born_on:
        name = fold(who.name)
        rows = sql.fetch_all(BY_NAME, [name, name, born_on, procedure_code, MOST])
    else:
        rows = []
    return tuple(Alike(*row) for row in rows)
