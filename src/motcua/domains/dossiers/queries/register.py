# SPDX-License-Identifier: Apache-2.0
"""Dossiers as the register of form 07 lists them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from motcua.kit import sql


class RegisterRow(NamedTuple):
    """One line of the register; `way` is how the result was returned, "" while it was not."""

    code: str
    version_id: int
    applicant_name: str
    applicant_address: str
    applicant_phone: str
    competent_unit_id: int
    channel: int
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    status: int
    source: str
    way: str


ROWS: Final = """
SELECT d.code, d.version_id, d.applicant_name, d.applicant_address, d.applicant_phone,
  d.competent_unit_id, d.channel, d.received_at, d.due_at, d.ended_at, d.returned_at, d.status,
  d.source,
  coalesce((SELECT k.payload ->> 'to' FROM kit_auditentry k WHERE k.chain = 'dossier:' || d.code
    AND k.act = 'return_result' ORDER BY k.seq DESC LIMIT 1), '')
FROM dossiers_dossier d WHERE d.code = ANY(%s) AND d.received_at IS NOT NULL
ORDER BY d.received_at, d.code
"""


def register_rows(codes: Sequence[str]) -> list[RegisterRow]:
    """Return the received ones of these dossiers by moment of receipt."""
    return [RegisterRow(*row) for row in sql.fetch_all(ROWS, [list(codes)])]
