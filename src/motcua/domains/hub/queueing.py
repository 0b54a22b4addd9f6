# SPDX-License-Identifier: Apache-2.0
"""Puts a call into the job queue; with the transaction it vanishes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

CALL = "hub.call"


def queue(correlation_id: UUID, at: datetime) -> None:
    """Let a worker carry the exchange out at this moment or soon after."""
    job = app.configure_task(CALL, queue="partners", schedule_at=at)
    job.defer(correlation_id=str(correlation_id))
