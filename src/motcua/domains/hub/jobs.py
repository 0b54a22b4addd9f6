# SPDX-License-Identifier: Apache-2.0
"""The hub's work: calls when they are due, and calls that were lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pkgutil import resolve_name
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from motcua.domains.hub import queries, queueing
from motcua.domains.hub.acts.call import call
from motcua.domains.hub.ports import Adapter
from motcua.kit import clock

LOST_AFTER = timedelta(minutes=1)


@cache
def adapters() -> Mapping[str, Adapter]:
    """Return the adapters of `config/wiring.py` by `partner.operation`."""
    return {name: resolve_name(path) for name, path in settings.PARTNER_ADAPTERS.items()}


@app.task(queue="partners", name=queueing.CALL)
def call_partner(correlation_id: str) -> None:
    """Carry out one attempt; repeating the job changes nothing once the exchange has ended."""
    call(correlation_id=UUID(correlation_id), adapters=adapters(), at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(queue="partners", queueing_lock="hub.resume", name="hub.resume")
def resume_lost(timestamp: int) -> None:
    """Take up what a killed worker or a lost job has left."""
    at = clock.now()
    for correlation_id in queries.overdue(at - LOST_AFTER):
        queueing.queue(correlation_id, at)
