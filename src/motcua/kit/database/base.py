# SPDX-License-Identifier: Apache-2.0
"""The wrapper Django loads by the ENGINE setting: persistent connections, checked by a look."""

from __future__ import annotations

import select

from django.db.backends.postgresql.base import DatabaseWrapper as PostgresWrapper
from psycopg.pq import TransactionStatus

BROKEN = select.POLLERR | select.POLLHUP | select.POLLNVAL


class DatabaseWrapper(PostgresWrapper):
    """Persistent connections that notice a server restart without a `SELECT 1` per request.

    A server that went away has closed the socket or has left its last words on it: either way the
    socket is readable although nothing was asked, and the connection is replaced.
    """

    def is_usable(self) -> bool:
        """Return whether the idle connection is open and silent, as a healthy one is."""
        if self.connection is None or self.connection.closed:
            return False
        if self.connection.info.transaction_status == TransactionStatus.UNKNOWN:
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN | BROKEN)
        return not poll.poll(0)
