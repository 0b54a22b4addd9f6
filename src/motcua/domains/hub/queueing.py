# SPDX-License-Identifier: Apache-2.0
"""Puts a call into the job queue; with the transaction it vanishes."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

CALL = "hub.call"


def queue(correlation_id: UUID, at: datetime) -> None:
    """Let a worker carry the exchange out at this moment or soon after.

    Inside a worker the queue has a connection of its own: there the job waits for the commit, so
    that nobody takes it up before the exchange can be seen. `hub.resume` finds what is lost then.
    """
    job = app.configure_task(CALL, queue="partners", schedule_at=at)
    defer = partial(job.defer, correlation_id=str(correlation_id))
    if isinstance(app.connector, DjangoConnector):
        defer()
    else:
        transaction.on_commit(defer)
