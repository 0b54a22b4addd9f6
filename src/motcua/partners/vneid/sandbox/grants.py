# SPDX-License-Identifier: Apache-2.0
"""What the stand-in remembers for minutes: open questions, one-time codes, access tokens."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from motcua.partners.vneid.sandbox.people import Person

Value = TypeVar("Value")

QUESTION_SECONDS = 600.0
CODE_SECONDS = 60.0
TOKEN_SECONDS = 300.0
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Question:
    """What a site asked for, until the person has answered."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    language: str


@dataclass(frozen=True, slots=True)
class Grant:
    """What the person agreed to."""

    question: Question
    person: Person


class Shelf(Generic[Value]):
    """Values under random names, for a while."""

    def __init__(self, seconds: float, ticks: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._ticks = ticks
        self._kept: dict[str, tuple[float, Value]] = {}
        self._lock = threading.Lock()

    def put(self, value: Value) -> str:
        """Keep a value and return its name."""
        name = secrets.token_urlsafe(24)
        with self._lock:
            if len(self._kept) >= MOST:
                self._kept.pop(next(iter(self._kept)))
            self._kept[name] = (self._ticks() + self._seconds, value)
        return name

    def look(self, name: str) -> Value | None:
        """Return the value and leave it there."""
        kept = self._kept.get(name)
        return kept[1] if kept and self._ticks() < kept[0] else None

    def take(self, name: str) -> Value | None:
        """Return the value and remove it; only one caller ever gets it."""
        with self._lock:
            kept = self._kept.pop(name, None)
        return kept[1] if kept and self._ticks() < kept[0] else None
