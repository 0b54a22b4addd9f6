# SPDX-License-Identifier: Apache-2.0
"""Counts vain attempts at something, for all processes together."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.kit import sql

COUNT = """
INSERT INTO kit_attempt AS a (key, failures, until) VALUES (%(key)s, 1, %(until)s)
ON CONFLICT (key) DO UPDATE SET
  failures = CASE WHEN a.until > %(at)s THEN a.failures + 1 ELSE 1 END,
  until = CASE WHEN a.until > %(at)s THEN a.until ELSE excluded.until END
"""
READ = "SELECT failures FROM kit_attempt WHERE key = %(key)s AND until > %(at)s"
PURGE = "DELETE FROM kit_attempt WHERE until <= %(at)s"


def failures(key: str, *, at: datetime) -> int:
    """Return how often it failed in the running window, 0 when none runs."""
    row = sql.fetch_one(READ, {"key": key, "at": at})
    return row[0] if row else 0


def count_failure(key: str, *, at: datetime, window: timedelta) -> None:
    """Count one failure; the first one opens a window of this length."""
    sql.fetch_all(COUNT, {"key": key, "at": at, "until": at + window})


def purge(*, at: datetime) -> None:
    """Forget the windows that are over."""
    sql.fetch_all(PURGE, {"at": at})
