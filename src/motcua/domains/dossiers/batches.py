# SPDX-License-Identifier: Apache-2.0
"""What the acts on a run of many dossiers share."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from motcua.domains.dossiers.events import BatchStarted
from motcua.domains.dossiers.models import BatchRun
from motcua.kit.access import Actor
from motcua.kit.events import emit
from motcua.kit.faults import NotFound


def chain_of(key: UUID) -> str:
    """Return the audit chain of a run."""
    return f"batch:{key}"


def own_run(actor: Actor, key: UUID) -> BatchRun:
    """Return the actor's own run, locked. Raises NotFound."""
    runs = BatchRun.objects.select_for_update()
    run = runs.filter(key=key, account_id=actor.account_id).first()
    if run is None or actor.account_id is None:
        raise NotFound
    return run


def queue(run: BatchRun, *, actor: Actor, at: datetime) -> None:
    """Have a worker take the run up, once the transaction commits."""
    emit(BatchStarted(subject=str(run.key), at=at, actor_code=actor.code))
