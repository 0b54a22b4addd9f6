# SPDX-License-Identifier: Apache-2.0
"""Carry a change of the calendar through the open dossiers, a batch at a time."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from motcua.domains.dossiers.acts.redate import redate
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

OPEN = """
SELECT id, code FROM dossiers_dossier
WHERE id > %(last_id)s AND ended_at IS NULL AND queue_due_at >= %(first_at)s
  AND (%(unit_id)s::bigint IS NULL OR competent_unit_id = %(unit_id)s
       OR (received_at IS NULL AND receiving_unit_id = %(unit_id)s))
ORDER BY id LIMIT %(batch)s
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
    for _, code in batch:
        _redate(change, code, at)
    rows = Redating.objects.filter(pk=change.pk)
    if batch:
        rows.update(last_id=batch[-1][0])
    else:
        rows.update(done_at=at)
    return True


def _batch(change: Redating) -> list[tuple[int, str]]:
    first_at = datetime.combine(change.first_on, datetime.min.time(), VN)
    values = {
        "last_id": change.last_id, "first_at": first_at, "unit_id": change.agency_id,
        "batch": BATCH,
    }  # fmt: skip
    return [(row_id, code) for row_id, code in sql.fetch_all(OPEN, values)]


def _redate(change: Redating, code: str, at: datetime) -> None:
    """Redate one dossier; a broken one is logged and does not stop the others."""
    command = By(SYSTEM, at, uuid5(NAMESPACE_URL, f"redate:{change.event_id}:{code}"))
    try:
        redate(by=command, code=code, event_id=change.event_id)
    except Exception:
        log.exception("could not redate: dossier=%s", code)
