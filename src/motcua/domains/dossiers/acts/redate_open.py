# SPDX-License-Identifier: Apache-2.0
"""Carry a change of the calendar through open dossiers and questions, a batch at a time."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.dossiers.acts.redate import redate
from motcua.domains.dossiers.acts.redate_consultations import redate_consultations
from motcua.domains.dossiers.models import Redating
from motcua.domains.units.redating import BATCH, CarriedChange, Redate, carry
from motcua.kit import sql
from motcua.kit.clock import VN

ASKED = """
EXISTS (SELECT FROM dossiers_consultation c WHERE c.dossier_id = d.id
        AND c.answered_at IS NULL AND c.due_at >= %(first_at)s)
"""
OPEN = f"""
SELECT d.id, d.code, {ASKED} FROM dossiers_dossier d
WHERE d.id > %(last_id)s AND d.ended_at IS NULL
  AND (d.queue_due_at >= %(first_at)s OR {ASKED})
  AND (%(unit_id)s::bigint IS NULL OR d.competent_unit_id = %(unit_id)s
       OR (d.received_at IS NULL AND d.receiving_unit_id = %(unit_id)s))
ORDER BY d.id LIMIT %(batch)s
"""


def redate_open(*, at: datetime) -> bool:
    """Redate the next batch of the oldest change; False when nothing is left to do."""
    return carry(table=Redating, at=at, batch_of=_batch)


def _batch(change: CarriedChange) -> list[tuple[int, str, tuple[Redate, ...]]]:
    """Return id and code of the next dossiers, and what moves: their dates, those of questions."""
    first_at = datetime.combine(change.first_on, datetime.min.time(), VN)
    values = {
        "last_id": change.last_id, "first_at": first_at, "unit_id": change.agency_id,
        "batch": BATCH,
    }  # fmt: skip
    return [
        (row_id, code, (redate, redate_consultations) if asked else (redate,))
        for row_id, code, asked in sql.fetch_all(OPEN, values)
    ]
