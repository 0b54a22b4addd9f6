# SPDX-License-Identifier: Apache-2.0
"""Reference values kept in each process and rebuilt when a version row or the day changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

from django.db import transaction

from motcua.kit import clock

Value = TypeVar("Value")

FRESH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    checked: float
    version: Hashable
    value: Value


class Snapshot(Generic[Value]):
    """A value built from the database, shared by the threads of a process.

    `version` reads one small row and is asked at most every two seconds; `build` gets the present
    date in Vietnam. While one thread looks or builds, the others go on with the value they have.
    """

    _all: ClassVar[list[Snapshot[object]]] = []

    def __init__(self, *, version: Callable[[], Hashable], build: Callable[[date], Value]) -> None:
        self._version = version
        self._build = build
        self._lock = threading.Lock()
        self._kept: _Kept[Value] | None = None
        Snapshot._all.append(self)  # type: ignore[arg-type]

    def get(self) -> Value:
        """Return the value, at most two seconds behind the database."""
        kept = self._kept
        if kept is None:
            with self._lock:
                return self._renew()
        if time.monotonic() - kept.checked > FRESH_SECONDS and self._lock.acquire(blocking=False):
            try:
                return self._renew()
            finally:
                self._lock.release()
        return kept.value

    def forget(self) -> None:
        """Make the next reader look at the database; call it beside a change."""
        self._kept = None

    @classmethod
    def changed(cls) -> None:
        """Let this process see a change at once: inside its transaction and after its commit."""
        cls.forget_all()
        transaction.on_commit(cls.forget_all)

    @classmethod
    def forget_all(cls) -> None:
        """Forget every value of this process."""
        for snapshot in cls._all:
            snapshot.forget()

    def _renew(self) -> Value:
        kept, today = self._kept, clock.today()
        now = time.monotonic()
        if kept is not None and now - kept.checked <= FRESH_SECONDS:
            return kept.value
        version = (today, self._version())
        if kept is not None and kept.version == version:
            self._kept = _Kept(now, version, kept.value)
            return kept.value
        fresh = _Kept(now, version, self._build(today))
        self._kept = fresh
        return fresh.value
