# SPDX-License-Identifier: Apache-2.0
"""Timed work of notices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import resolve_name

from django.conf import settings
from procrastinate.contrib.django import app

from motcua.domains.notices.acts.send_messages import BATCH, send_messages
from motcua.domains.notices.ports import Dispatcher
from motcua.kit import clock


@cache
def dispatchers() -> Mapping[str, Dispatcher]:
    """Return by channel who carries messages out, from `config/wiring.py`."""
    return {name: resolve_name(path) for name, path in settings.MESSAGE_DISPATCHERS.items()}


@app.periodic(cron="* * * * * */5")
@app.task(queue="notices", queueing_lock="send_messages", name="notices.send_messages")
def post_messages(timestamp: int) -> None:
    """Empty the outbox of messages every few seconds."""
    while send_messages(at=clock.now(), dispatchers=dispatchers()) == BATCH:
        pass
