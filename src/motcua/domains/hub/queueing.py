# SPDX-License-Identifier: Apache-2.0
"""Puts a call into the job queue once the transaction holds; with a rollback it vanishes.

A worker's own queue does not take part in our transactions: a job queued earlier could run before
the exchange is there to be seen. What a crash loses between the two, `hub.resume` takes up.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

CALL = "hub.call"


def queue(correlation_id: UUID, at: datetime) -> None:
    """Let a worker carry the exchange out at this moment or soon after."""
    job = app.configure_task(CALL, queue="partners", schedule_at=at)
    transaction.on_commit(partial(job.defer, correlation_id=str(correlation_id)))
