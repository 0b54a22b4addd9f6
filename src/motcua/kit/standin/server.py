# SPDX-License-Identifier: Apache-2.0
"""Serving a stand-in with the standard library: a thread a request, no access log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """One slow answer does not hold up the others."""

    daemon_threads = True
    allow_reuse_address = True


class SilentHandler(WSGIRequestHandler):
    """Addresses here carry codes and states: they are written nowhere."""

    timeout = 10

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


def listen(application: Application, host: str, port: int) -> WSGIServer:
    """Return a server that listens; port 0 takes a free one."""
    return make_server(
        host, port, application, server_class=ThreadedServer, handler_class=SilentHandler
    )
