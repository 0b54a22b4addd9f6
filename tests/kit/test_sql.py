# SPDX-License-Identifier: Apache-2.0
"""Hot statements are parsed and planned once a connection, not once a request."""

from __future__ import annotations

from django.db import connection

from motcua.kit import sql

STATEMENT = "SELECT %(number)s::int + 40"


def test_a_statement_stays_prepared_on_the_server(db: None) -> None:
    for _ in range(3):
        assert sql.fetch_one(STATEMENT, {"number": 2}) == (42,)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%+ 40'")
        assert cursor.fetchone() == (1,)


def test_a_statement_of_the_models_is_not_kept(db: None) -> None:
    with connection.cursor() as cursor:
        for _ in range(9):
            cursor.execute("SELECT %s::int + 41", [1])
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%+ 41'")

        assert cursor.fetchone() == (0,)
