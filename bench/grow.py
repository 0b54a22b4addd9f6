# SPDX-License-Identifier: Apache-2.0
"""Multiplies the seeded dossiers inside the database, names shuffled, until there are millions."""

from __future__ import annotations

import psycopg
from psycopg import sql

TABLE = "dossiers_dossier"
FIRST_NUMBER = 1_000_000
# What a copy does not share with the dossier it is made of; `copy` counts the copies of each.
OWN = {
    "code": "regexp_replace(d.code, '-[0-9]+$', '-' || ({first} + row_number() OVER ())::text)",
    "applicant_name": "s.applicant_name",
    "search": "s.search",
    "applicant_id_number": (
        "left(s.applicant_id_number, 7) || lpad(mod(copy * 97, 100000)::text, 5, '0')"
    ),
    "applicant_phone": "'09' || lpad((random() * 99999999)::int::text, 8, '0')",
    "result_paper_id": "NULL",
}
MOMENTS = ("step_since_at", "step_due_at", "submitted_at", "received_at", "legal_due_at", "due_at",
           "queue_due_at", "ended_at", "returned_at")  # fmt: skip


def grow(dsn: str, *, to: int) -> int:
    """Bring the table of dossiers to about `to` rows; return how many there are.

    Its indexes are rebuilt afterwards, because one by one the rows would take an hour.
    """
    with psycopg.connect(dsn, autocommit=True) as connection:
        seeded, last = _prepared(connection)
        have = _count(connection)
        indexes = _without_indexes(connection)
        copies = range(have // seeded, to // seeded)
        if copies:
            connection.execute(_copying(connection, copies, seeded, FIRST_NUMBER + have), [last])
        for definition in indexes:
            connection.execute(definition)
        connection.execute(f"VACUUM ANALYZE {TABLE}")
        return _count(connection)


def _count(connection: psycopg.Connection) -> int:
    return connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]


def _prepared(connection: psycopg.Connection) -> tuple[int, int]:
    """Keep the seeded people in a table of their own; return how many rows and the last of them."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS bench_people AS"
        " SELECT row_number() OVER (ORDER BY id) - 1 AS rn,"
        f" id, applicant_name, applicant_id_number, search FROM {TABLE}"
    )
    return connection.execute("SELECT count(*), max(id) FROM bench_people").fetchone()


def _without_indexes(connection: psycopg.Connection) -> list[str]:
    """Drop every index but the primary key; return the statements that bring them back."""
    constraint = connection.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'u'", [TABLE],
    ).fetchall()  # fmt: skip
    unique = {name for name, _ in constraint}
    plain = connection.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisprimary", [TABLE],
    ).fetchall()  # fmt: skip
    for name in unique:
        connection.execute(
            sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(
                sql.Identifier(TABLE), sql.Identifier(name)
            )
        )
    again = [f'ALTER TABLE {TABLE} ADD CONSTRAINT "{name}" {text}' for name, text in constraint]
    for name, definition in plain:
        if name not in unique:
            connection.execute(f"DROP INDEX {name}")
            again.append(definition)
    return again


def _copying(connection: psycopg.Connection, copies: range, seeded: int, first: int) -> str:
    columns = [
        name
        for (name,) in connection.execute(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_name = %s AND column_name <> 'id' ORDER BY ordinal_position", [TABLE],
        )
    ]  # fmt: skip
    values = ", ".join(_value(name).replace("{first}", str(first)) for name in columns)
    return (
        f"INSERT INTO {TABLE} ({', '.join(columns)}) SELECT {values}"
        f" FROM generate_series({copies.start}, {copies.stop - 1}) copy"
        f" CROSS JOIN (SELECT * FROM {TABLE} WHERE id <= %s) d"
        " JOIN bench_people p ON p.id = d.id"
        f" JOIN bench_people s ON s.rn = mod(p.rn + copy * 137 + mod(p.rn * copy, 19), {seeded})"
    )


def _value(column: str) -> str:
    if column in MOMENTS:
        return f"d.{column} - copy * interval '1 hour'"
    return OWN.get(column, f"d.{column}")
