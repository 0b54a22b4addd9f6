# SPDX-License-Identifier: Apache-2.0
"""How often and how long the hub waits for a partner."""

from __future__ import annotations

from datetime import timedelta

ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=15)
LEASE = timedelta(minutes=2)  # a call of which nothing was heard for so long has died
FAILURES_BEFORE_OPEN = 5
OPEN_FOR = timedelta(seconds=30)


def pause(attempts: int) -> timedelta:
    """Return how long to wait after so many failed attempts: 2 s, 4 s, 8 s … at most 15 min."""
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
