# SPDX-License-Identifier: Apache-2.0
"""The database is checked before it is used, and prepared by one process at a time."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from motcua.kit import schema
from motcua.kit.refusal import Refusal


def test_a_good_server_is_accepted(database_url: str) -> None:
    assert schema.check(database_url) is None


def test_a_missing_database_is_made(database_url: str) -> None:
    missing = make_conninfo(database_url, dbname="planted once")

    schema.check(missing)

    with psycopg.connect(missing) as connected:
        assert connected.info.parameter_status("server_encoding") == "UTF8"
    with psycopg.connect(database_url, autocommit=True) as connected:
        connected.execute('DROP DATABASE "planted once"')


def test_another_encoding_is_refused(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connected:
        connected.execute(
            "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C'"
            " LOCALE_PROVIDER 'libc' TEMPLATE template0"
        )

    with pytest.raises(Refusal, match="encoded in LATIN1"):
        schema.check(make_conninfo(database_url, dbname="latin"))

    with psycopg.connect(database_url, autocommit=True) as connected:
        connected.execute("DROP DATABASE latin")


def test_a_wrong_password_is_told_without_it(database_url: str) -> None:
    wrong = make_conninfo(database_url, password="guessed-word")

    with pytest.raises(Refusal, match="password authentication failed") as refused:
        schema.check(wrong)

    assert "guessed-word" not in str(refused.value)


@pytest.mark.django_db
def test_a_migrated_database_is_not_behind() -> None:
    assert not schema.is_behind()


@pytest.mark.django_db
def test_a_database_that_lacks_a_migration_is_behind() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'kit'")

    assert schema.is_behind()


@pytest.mark.django_db
def test_only_one_prepares_at_a_time(database_url: str) -> None:
    name = connection.settings_dict["NAME"]
    tried = "SELECT pg_try_advisory_lock(%s)"

    with schema.alone(), psycopg.connect(make_conninfo(database_url, dbname=name)) as other:
        during = other.execute(tried, [schema.LOCK]).fetchone()
    with psycopg.connect(make_conninfo(database_url, dbname=name)) as other:
        afterwards = other.execute(tried, [schema.LOCK]).fetchone()

    assert (during, afterwards) == ((False,), (True,))
