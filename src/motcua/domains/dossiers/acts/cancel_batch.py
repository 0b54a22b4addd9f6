# SPDX-License-Identifier: Apache-2.0
"""Leave the rows of a run that have not had their turn yet."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.dossiers.batches import chain_of, own_run
from motcua.domains.dossiers.models import BatchRow, BatchRun
from motcua.domains.dossiers.models.batch import RowState
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.idempotency import spend


@transaction.atomic
def cancel_batch(*, actor: Actor, at: datetime, key: UUID, run_key: UUID) -> int:
    """Cancel what waits; what was done stays done. Returns how many rows were left.

    Raises NotFound for a run of somebody else.
    """
    run = own_run(actor, run_key)
    if not spend(key=key, act="cancel_batch", actor=actor, subject=str(run_key), at=at):
        return 0
    waiting = BatchRow.objects.filter(run=run, state=RowState.WAITING)
    left = waiting.update(state=RowState.CANCELLED, at=at)
    BatchRun.objects.filter(pk=run.pk).update(cancelled_at=at, finished_at=run.finished_at or at)
    audit.append(
        chain=chain_of(run_key), at=at, act="cancel_batch", actor=actor, payload={"left": left}
    )
    return left
