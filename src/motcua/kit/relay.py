# SPDX-License-Identifier: Apache-2.0
"""Takes events from the outbox in order and tells them to the handlers of the wiring table."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pkgutil import resolve_name
from typing import Any

from django.db import OperationalError, connection, transaction

from motcua.kit import clock
from motcua.kit.models import OutboxEvent, OutboxState

log = logging.getLogger(__name__)

BATCH = 500
ATTEMPTS = 8
IDLE_SECONDS = 0.25
LOCK = 6_230_701  # advisory lock held by the one relay that works


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a handler receives it."""

    id: int
    topic: str
    subject: str
    at: datetime
    payload: Mapping[str, Any]


Handler = Callable[[Told], None]
Folder = Callable[[Sequence[Told]], None]


@dataclass(frozen=True, slots=True)
class Wiring:
    """Who hears what: handlers by topic, one event at a time, and folders over whole batches."""

    handlers: Mapping[str, tuple[Handler, ...]]
    folders: tuple[Folder, ...] = ()


def wired(handlers: Mapping[str, Sequence[str]], folders: Sequence[str]) -> Wiring:
    """Resolve a table of dotted paths (`module:function`) into callables."""
    return Wiring(
        {topic: tuple(map(resolve_name, paths)) for topic, paths in handlers.items()},
        tuple(map(resolve_name, folders)),
    )


def turn(wiring: Wiring, *, at: datetime) -> int:
    """Tell one batch; handlers' effects and the mark `done` commit together. Returns how many."""
    with transaction.atomic():
        held = set(
            OutboxEvent.objects.filter(state=OutboxState.NEW, next_at__gt=at)
            .values_list("subject", flat=True)
        )  # fmt: skip
        waiting = OutboxEvent.objects.select_for_update(skip_locked=True)
        rows = list(waiting.filter(state=OutboxState.NEW).order_by("id")[:BATCH])
        done = [row for row in rows if row.subject not in held and _tell(wiring, row, held, at)]
        told = [_told(row) for row in done]
        for folder in wiring.folders:
            folder(told)
        OutboxEvent.objects.filter(id__in=[row.id for row in done]).update(state=OutboxState.DONE)
    return len(done)


def run(wiring: Wiring, *, stop: Callable[[], bool]) -> None:
    """Work until `stop()`; a second relay waits here as stand-by for the advisory lock."""
    leading = False
    while not stop():
        try:
            leading = leading or _lead()
            if leading and turn(wiring, at=clock.now()):
                continue
        except OperationalError:
            log.warning("relay lost the database; trying again")
            connection.close()
            leading = False
        time.sleep(IDLE_SECONDS)


def _lead() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _told(row: OutboxEvent) -> Told:
    return Told(row.id, row.topic, row.subject, row.at, row.payload)


def _tell(wiring: Wiring, row: OutboxEvent, held: set[str], at: datetime) -> bool:
    """Call the handlers of one event; on failure hold back the later events of its subject."""
    told = _told(row)
    try:
        with transaction.atomic():
            for handler in wiring.handlers.get(row.topic, ()):
                handler(told)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001
        log.exception("handler failed: topic=%s event=%s", row.topic, row.id)
        _postpone(row, at, type(error).__name__)
        held.add(row.subject)
        return False
    return True


def _postpone(row: OutboxEvent, at: datetime, error: str) -> None:
    row.attempts += 1
    row.error = error
    row.next_at = at + timedelta(seconds=2**row.attempts)
    if row.attempts >= ATTEMPTS:
        row.state = OutboxState.DEAD
    row.save(update_fields=["attempts", "error", "next_at", "state"])
