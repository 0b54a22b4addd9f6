# SPDX-License-Identifier: Apache-2.0
"""Hot statements as server-side prepared SQL on Django's own connection and transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from django.db import connection
from psycopg.adapt import AdaptersMap


def fetch_all(
    query: str, params: Mapping[str, Any] | Sequence[Any], *, prepared: bool = True
) -> list[tuple[Any, ...]]:
    """Run a prepared statement and return its rows; `%(name)s` or `%s` placeholders.

    Not `prepared`, it is planned anew for the very values it is asked with.
    Database errors come as Django's own exceptions, so `transaction.atomic` behaves as usual.
    """
    with _cursor() as cursor, connection.wrap_database_errors:
        cursor.execute(query, params, prepare=prepared)
        returned = cursor.pgresult is not None and cursor.pgresult.nfields > 0
        return cursor.fetchall() if returned else []


def fetch_one(query: str, params: Mapping[str, Any] | Sequence[Any]) -> tuple[Any, ...] | None:
    """Return the first row of a prepared statement, or None."""
    rows = fetch_all(query, params)
    return rows[0] if rows else None


def literal(words: str) -> str:
    """Return the words as LIKE finds them letter by letter."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


class _Cursor(psycopg.Cursor[tuple[Any, ...]]):
    """A cursor that shares the connection's ways of reading instead of copying them."""

    def __init__(self, opened: psycopg.Connection[Any], shared: AdaptersMap) -> None:
        self.shared = shared
        super().__init__(opened)

    @property
    def adapters(self) -> AdaptersMap:
        return self.shared


def _cursor() -> _Cursor:
    connection.ensure_connection()
    return _Cursor(connection.connection, connection.adapters)  # type: ignore[attr-defined]
