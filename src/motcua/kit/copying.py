# SPDX-License-Identifier: Apache-2.0
"""Many rows at once: COPY into a table, and identifiers taken ahead of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Copy rows into a table inside the caller's transaction; JSON columns take JSON text.

    All rows are made first: making one may ask the database, which answers nothing while it copies.
    """
    made = list(rows)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with _cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
        for row in made:
            copy.write_row(row)


def next_ids(table: str, count: int) -> list[int]:
    """Take `count` fresh identifiers of a table, rising; nobody else will get them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def reserve(query: str, wanted: Iterable[tuple[Any, Any, int]]) -> dict[tuple[Any, Any], int]:
    """Raise counters by an amount each and return the last number before, by the counter's key.

    `query` is an INSERT from three arrays (two parts of the key, the amount) that returns both
    parts and the new last number. Keys are taken in their order, so that two writers never wait
    for each other in a circle.
    """
    rows = sorted(wanted)
    if not rows:
        return {}
    amounts = {(first, second): amount for first, second, amount in rows}
    with connection.cursor() as cursor:
        cursor.execute(query, [list(column) for column in zip(*rows, strict=True)])
        return {(a, b): last - amounts[a, b] for a, b, last in cursor.fetchall()}


def _cursor() -> psycopg.Cursor[tuple[Any, ...]]:
    connection.ensure_connection()
    return psycopg.Cursor(connection.connection)
