# SPDX-License-Identifier: Apache-2.0
"""The database as the program needs it: reachable, new enough, present, with today's tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from motcua.kit.dsn import place
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

OLDEST_MAJOR = 17
CONNECT_SECONDS = 5
LOCK = 6_230_700  # advisory lock: one preparation at a time, from whichever host


def check(url: str) -> None:
    """Refuse a server that is unreachable or too old; make the database if it is missing."""
    maintenance = make_conninfo(url, dbname="postgres", connect_timeout=CONNECT_SECONDS)
    name = str(conninfo_to_dict(url).get("dbname") or "")
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_SECONDS) as connected:
            _check_server(connected)
            return
    except psycopg.OperationalError as error:
        if not _says_missing(error, name):
            raise _unreachable(url, error) from error
    try:
        with psycopg.connect(maintenance, autocommit=True) as connected:
            _check_server(connected)
            connected.execute(_create_statement(name))
    except psycopg.Error as error:
        raise Refusal(
            N_("The database %(name)s does not exist and this account may not make it: %(reason)s"),
            name=name,
            reason=_first_line(error),
        ) from error


def is_behind() -> bool:
    """Return whether there are migrations that this database has not had."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Run the migrations that are due."""
    call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else prepares this database, and keep others waiting meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _check_server(connected: psycopg.Connection) -> None:
    found = connected.info.server_version // 10000
    if found < OLDEST_MAJOR:
        raise Refusal(
            N_("The server is PostgreSQL %(found)s; version %(oldest)s or later is needed."),
            found=found,
            oldest=OLDEST_MAJOR,
        )
    encoding = connected.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise Refusal(
            N_("The database is encoded in %(encoding)s; make one in UTF8."), encoding=encoding
        )


def _says_missing(error: psycopg.OperationalError, name: str) -> bool:
    return bool(name) and f'database "{name}" does not exist' in str(error)


def _create_statement(name: str) -> sql.Composed:
    words = "CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0"
    return sql.SQL(words).format(sql.Identifier(name))


def _unreachable(url: str, error: psycopg.OperationalError) -> Refusal:
    return Refusal(
        N_("The database at %(place)s cannot be reached: %(reason)s"),
        place=place(url),
        reason=_first_line(error),
    )


def _first_line(error: psycopg.Error) -> str:
    """Return the first line of what the server or the driver said."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rpartition("failed: ")[2]
