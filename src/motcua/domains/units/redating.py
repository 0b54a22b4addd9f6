# SPDX-License-Identifier: Apache-2.0
"""How a change of the calendar is carried through whatever has due dates in the domains above.

Each domain keeps a table of its own of the changes on their way, and an act that redates one row;
what is the same everywhere stands here: what is written down, when it begins, where it goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import models, transaction
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task

from motcua.kit.access import SYSTEM
from motcua.kit.commands import By
from motcua.kit.relay import Told
from motcua.kit.snapshots import Snapshot

log = logging.getLogger(__name__)

BATCH = 200
# Other processes may count by the old calendar for two seconds more; those come first.
SETTLING = timedelta(seconds=5)

Redate = Callable[..., object]


class CarriedChange(models.Model):
    """A change of the calendar and how far it has come; others can go on after `last_id`."""

    event_id = models.BigIntegerField(unique=True)
    first_on = models.DateField()
    agency_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    last_id = models.BigIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def take_note(told: Sequence[Told], *, table: type[CarriedChange], job: Task) -> None:
    """Write the changes down and queue their redating for the moment when all have settled."""
    table.objects.bulk_create(
        [
            table(
                event_id=event.id, asked_at=event.at, agency_id=event.payload["agency_id"],
                first_on=date.fromisoformat(event.payload["first_on"]),
            )
            for event in told
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    for event in told:
        with suppress(AlreadyEnqueued), transaction.atomic():
            # Not the lock of the timed job: that one may run before the change has settled.
            queued = job.configure(
                queueing_lock=f"{job.name}:{event.id}",
                schedule_in={"seconds": SETTLING.total_seconds()},
            )
            queued.defer(timestamp=int(event.at.timestamp()))


def carry(
    *,
    table: type[CarriedChange],
    at: datetime,
    batch_of: Callable[[CarriedChange], Sequence[tuple[int, str, Iterable[Redate]]]],
) -> bool:
    """Redate the next batch of the oldest change; False when nothing is left to do.

    `batch_of` gives id and code of the next rows and the acts they need. Each act is a transaction
    of its own, and repeating a batch changes nothing: after the death of a process another goes on
    where the last whole batch ended.
    """
    ready = table.objects.filter(done_at=None, asked_at__lte=at - SETTLING).order_by("id")
    change = ready.first()
    if change is None:
        return False
    Snapshot.forget_all()
    batch = batch_of(change)
    for _, code, acts in batch:
        for act in acts:
            _redate(act, change, code, at)
    progress: dict[str, Any] = {"last_id": batch[-1][0]} if batch else {"done_at": at}
    table.objects.filter(pk=change.pk).update(**progress)
    return True


def _redate(act: Redate, change: CarriedChange, code: str, at: datetime) -> None:
    """Redate one row; a broken one is logged and does not stop the others."""
    key = uuid5(NAMESPACE_URL, f"{act.__name__}:{change.event_id}:{code}")
    try:
        act(by=By(SYSTEM, at, key), code=code, event_id=change.event_id)
    except Exception:
        log.exception("could not redate: act=%s code=%s", act.__name__, code)
