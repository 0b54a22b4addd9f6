# SPDX-License-Identifier: Apache-2.0
"""The wrapper Django loads by the ENGINE setting: persistent connections, checked by a look."""

from __future__ import annotations

import select
from collections.abc import Mapping
from typing import Any

import psycopg
from django.db.backends.postgresql.base import DatabaseWrapper as PostgresWrapper
from psycopg.adapt import AdaptersMap
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

ONLY_ASKED = 2**31 - 1  # never because a statement is frequent
BROKEN = select.POLLERR | select.POLLHUP | select.POLLNVAL


class DatabaseWrapper(PostgresWrapper):
    """Persistent connections that notice a server restart without a `SELECT 1` per request.

    A server that went away has closed the socket or has left its last words on it: either way the
    socket is readable although nothing was asked, and the connection is replaced.
    """

    adapters: AdaptersMap

    def get_new_connection(self, conn_params: Mapping[str, Any]) -> psycopg.Connection[Any]:
        """Connect, and keep ready how `kit.sql` asks and reads: prepared statements, moments.

        Django forbids the driver to prepare at all; here it may when a statement demands it.
        Django's own reading of a moment is plain Python, a twelfth of the CPU of a list's page.
        """
        connection: psycopg.Connection[Any] = super().get_new_connection(conn_params)
        connection.prepare_threshold = ONLY_ASKED
        self.adapters = AdaptersMap(connection.adapters)
        self.adapters.register_loader("timestamptz", TimestamptzLoader)
        return connection

    def is_usable(self) -> bool:
        """Return whether the idle connection is open and silent, as a healthy one is."""
        if self.connection is None or self.connection.closed:
            return False
        if self.connection.info.transaction_status == TransactionStatus.UNKNOWN:
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN | BROKEN)
        return not poll.poll(0)
