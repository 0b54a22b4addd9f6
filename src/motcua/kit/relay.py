# SPDX-License-Identifier: Apache-2.0
"""Takes events from the outbox in order and tells them to the handlers of the wiring table.

A busy day's events are told in batches a quarter of a second apart: a batch costs a few statements
and one commit, however many events it holds.
"""

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


Handler = Callable[[Sequence[Told]], None]


@dataclass(frozen=True, slots=True)
class Wiring:
    """Who hears what: handlers hear their topics' events of a batch, folders the whole batch."""

    handlers: Mapping[str, tuple[Handler, ...]]
    folders: tuple[Handler, ...] = ()

    def tell(self, told: Sequence[Told]) -> None:
        """Call everybody who hears one of these events; each handler hears its events in order."""
        heard: dict[Handler, list[Told]] = {}
        for event in told:
            for handler in self.handlers.get(event.topic, ()):
                heard.setdefault(handler, []).append(event)
        for handler, events in heard.items():
            handler(events)
        for folder in self.folders:
            folder(told)


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
        ready = [row for row in rows if row.subject not in held]
        done = ready if _tell(wiring, ready) is None else _one_by_one(wiring, ready, held, at)
        OutboxEvent.objects.filter(id__in=[row.id for row in done]).update(state=OutboxState.DONE)
    return len(done)


def run(wiring: Wiring, *, stop: Callable[[], bool]) -> None:
    """Work until `stop()`; a second relay waits here as stand-by for the advisory lock."""
    leading = False
    while not stop():
        try:
            leading = leading or _lead()
            if leading and turn(wiring, at=clock.now()) == BATCH:
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


def _one_by_one(
    wiring: Wiring, rows: Sequence[OutboxEvent], held: set[str], at: datetime
) -> list[OutboxEvent]:
    """Tell each event alone, since one of them fails; hold back the later events of its subject."""
    done = []
    for row in rows:
        if row.subject in held:
            continue
        error = _tell(wiring, [row])
        if error is None:
            done.append(row)
            continue
        log.error("handler failed: topic=%s event=%s", row.topic, row.id, exc_info=error)
        _postpone(row, at, type(error).__name__)
        held.add(row.subject)
    return done


def _tell(wiring: Wiring, rows: Sequence[OutboxEvent]) -> Exception | None:
    """Tell events together; when anybody fails all their effects are undone and the error returned.

    Raises OperationalError when the database is away: then nothing is wrong with the events.
    """
    if not rows:
        return None
    try:
        with transaction.atomic():
            wiring.tell([_told(row) for row in rows])
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001
        return error
    return None


def _postpone(row: OutboxEvent, at: datetime, error: str) -> None:
    row.attempts += 1
    row.error = error
    row.next_at = at + timedelta(seconds=2**row.attempts)
    if row.attempts >= ATTEMPTS:
        row.state = OutboxState.DEAD
    row.save(update_fields=["attempts", "error", "next_at", "state"])
