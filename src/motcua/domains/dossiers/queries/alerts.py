# SPDX-License-Identifier: Apache-2.0
"""What officials were warned of and have not yet answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from motcua.domains.dossiers.models import AlertLevel
from motcua.kit import sql
from motcua.kit.access import Post


class AlertRow(NamedTuple):
    """An open dossier that one of the reader's posts was warned of."""

    code: str
    version_id: int
    applicant_name: str
    status: int
    step: str
    source: str
    level: int
    unit_id: int
    role: str
    due_at: datetime
    at: datetime


ALERTS = """
SELECT d.code, d.version_id, d.applicant_name, d.status, d.step, d.source, a.level, a.unit_id,
  a.role, a.due_at, a.at
FROM dossiers_alert a JOIN dossiers_dossier d ON d.id = a.dossier_id
WHERE (a.unit_id, a.role) IN (SELECT * FROM unnest(%(units)s::bigint[], %(roles)s::text[]))
  AND d.ended_at IS NULL AND d.due_at = a.due_at AND d.status IN (2, 4)
ORDER BY a.level DESC, a.due_at, a.id LIMIT %(limit)s
"""


def alerts(posts: Sequence[Post], *, limit: int = 200) -> list[AlertRow]:
    """Return the warnings before these posts that still hold, the gravest and oldest first."""
    values = {
        "units": [post.unit_id for post in posts],
        "roles": [str(post.role) for post in posts],
        "limit": limit,
    }
    return [AlertRow(*row) for row in sql.fetch_all(ALERTS, values)]


def is_grave(row: AlertRow) -> bool:
    """Say whether the due date has passed."""
    return row.level >= AlertLevel.OVERDUE
