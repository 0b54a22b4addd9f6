# SPDX-License-Identifier: Apache-2.0
"""A connection that the server has ended is replaced, and a good one costs no statement."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db(transaction=True)


def ask() -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def next_request() -> None:
    """Do what Django does between two requests."""
    connection.close_if_unusable_or_obsolete()


def end(pid: object) -> None:
    params = connection.get_connection_params()
    del params["cursor_factory"]
    with psycopg.connect(**params) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


def test_the_same_connection_serves_the_next_request() -> None:
    first = ask()

    next_request()

    assert ask() == first


def test_a_healthy_connection_is_checked_without_a_statement() -> None:
    ask()
    next_request()

    with CaptureQueriesContext(connection) as asked:
        ask()

    assert [query["sql"] for query in asked] == ["SELECT pg_backend_pid()"]


def test_a_connection_ended_by_the_server_is_replaced_before_it_is_used() -> None:
    first = ask()
    end(first)

    next_request()

    assert ask() != first


def test_a_closed_connection_is_not_usable() -> None:
    ask()
    connection.connection.close()

    assert not connection.is_usable()
    connection.close()
