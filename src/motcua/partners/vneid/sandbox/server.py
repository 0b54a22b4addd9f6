# SPDX-License-Identifier: Apache-2.0
"""Serving the stand-in with the standard library: a thread a request, no access log."""

from __future__ import annotations

from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from motcua.partners.vneid.sandbox.provider import Provider


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """One slow answer does not hold up the others."""

    daemon_threads = True
    allow_reuse_address = True


class SilentHandler(WSGIRequestHandler):
    """Addresses here carry codes and states: they are written nowhere."""

    timeout = 10

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


def listen(provider: Provider, host: str, port: int) -> WSGIServer:
    """Return a server that listens; port 0 takes a free one."""
    return make_server(
        host, port, provider, server_class=ThreadedServer, handler_class=SilentHandler
    )
