# SPDX-License-Identifier: Apache-2.0
"""Give the failed rows of a run another turn."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from motcua.domains.dossiers.batches import chain_of, own_run, queue
from motcua.domains.dossiers.models import BatchRow, BatchRun, Dossier
from motcua.domains.dossiers.models.batch import RowState
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.idempotency import spend

STANDS = Dossier.objects.filter(code=OuterRef("dossier_code")).values("chain_seq")


@transaction.atomic
def rerun_failed(*, actor: Actor, at: datetime, key: UUID, run_key: UUID) -> int:
    """Let every failed row wait again, as its dossier stands now; those done are not touched.

    Returns how many. Raises NotFound for a run of somebody else. Emits: BatchStarted.
    """
    run = own_run(actor, run_key)
    if not spend(key=key, act="rerun_failed", actor=actor, subject=str(run_key), at=at):
        return 0
    failed = BatchRow.objects.filter(run=run, state=RowState.FAILED)
    failed.exclude(seen=None).update(seen=Subquery(STANDS))
    again = failed.update(state=RowState.WAITING, said="", attempt=F("attempt") + 1)
    if again:
        BatchRun.objects.filter(pk=run.pk).update(finished_at=None, cancelled_at=None, volumes=[])
        audit.append(
            chain=chain_of(run_key), at=at, act="rerun_failed", actor=actor,
            payload={"rows": again},
        )  # fmt: skip
        queue(run, actor=actor, at=at)
    return again
