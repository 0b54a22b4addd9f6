# SPDX-License-Identifier: Apache-2.0
"""One random number a request: in the answer's header, on error pages and in every log line.

It says nothing of a person; it joins a call for help with what the log holds of that request.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-Id"
BYTES = 6

Answer = Callable[[HttpRequest], HttpResponseBase]
_present: ContextVar[str] = ContextVar("correlation", default="-")


def number() -> str:
    """Return the number of the request under way, `-` outside of one."""
    return _present.get()


class Correlation:
    """Middleware, the outermost: numbers the request; a number from outside is not believed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request under a fresh number of twelve hexadecimal signs."""
        fresh = secrets.token_hex(BYTES)
        request.correlation = fresh  # type: ignore[attr-defined]
        held = _present.set(fresh)
        try:
            response = self.get_response(request)
        finally:
            _present.reset(held)
        response.headers[HEADER] = fresh
        return response


class Numbered(logging.Filter):
    """Writes the number into each log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the number; nothing is left out.

        Django writes its line about a refused page after the middleware; the request knows.
        """
        asked = getattr(record, "request", None)
        record.correlation = getattr(asked, "correlation", number())
        return True
