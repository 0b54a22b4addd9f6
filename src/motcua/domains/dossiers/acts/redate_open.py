# SPDX-License-Identifier: Apache-2.0
"""Carry a change of the calendar through open dossiers and questions, a batch at a time."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from motcua.domains.dossiers.acts.redate import redate
from motcua.domains.dossiers.acts.redate_consultations import redate_consultations
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Redating
from motcua.kit import sql
from motcua.kit.access import SYSTEM
from motcua.kit.clock import VN
from motcua.kit.snapshots import Snapshot

log = logging.getLogger(__name__)

BATCH = 200
# Other processes may count by the old calendar for two seconds more; those come first.
SETTLING = timedelta(seconds=5)

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
    """Redate the next batch of the oldest change; False when nothing is left to do.

    Each dossier is redated in its own transaction, and repeating a batch changes nothing: after
    the death of a process another goes on where the last whole batch ended.
    """
    ready = Redating.objects.filter(done_at=None, asked_at__lte=at - SETTLING).order_by("id")
    change = ready.first()
    if change is None:
        return False
    Snapshot.forget_all()
    batch = _batch(change)
    for _, code, asked in batch:
        _redate(change, code, at)
        if asked:
            _redate_questions(change, code, at)
    rows = Redating.objects.filter(pk=change.pk)
    if batch:
        rows.update(last_id=batch[-1][0])
    else:
        rows.update(done_at=at)
    return True


def _batch(change: Redating) -> list[tuple[int, str, bool]]:
    """Return id and code of the next dossiers, and whether other units still have to answer."""
    first_at = datetime.combine(change.first_on, datetime.min.time(), VN)
    values = {
        "last_id": change.last_id, "first_at": first_at, "unit_id": change.agency_id,
        "batch": BATCH,
    }  # fmt: skip
    return [(row_id, code, asked) for row_id, code, asked in sql.fetch_all(OPEN, values)]


def _redate(change: Redating, code: str, at: datetime) -> None:
    """Redate one dossier; a broken one is logged and does not stop the others."""
    command = By(SYSTEM, at, uuid5(NAMESPACE_URL, f"redate:{change.event_id}:{code}"))
    try:
        redate(by=command, code=code, event_id=change.event_id)
    except Exception:
        log.exception("could not redate: dossier=%s", code)


def _redate_questions(change: Redating, code: str, at: datetime) -> None:
    key = uuid5(NAMESPACE_URL, f"redate-consultations:{change.event_id}:{code}")
    try:
        redate_consultations(by=By(SYSTEM, at, key), code=code, event_id=change.event_id)
    except Exception:
        log.exception("could not redate the questions: dossier=%s", code)
