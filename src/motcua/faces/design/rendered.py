# SPDX-License-Identifier: Apache-2.0
"""Public pages kept as bytes, so that most readers cost neither a query nor a template."""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from motcua.kit import clock

FRESH_SECONDS = 60.0
MOST = 600


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page ready to send; `made_at` is when its bytes last changed."""

    body: bytes
    packed: bytes
    etag: str
    made_at: datetime
    until: float


class Shelf:
    """Rendered pages of one process by key, made anew after a minute or when the key changes."""

    def __init__(self, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._pages: dict[Hashable, Rendered] = {}

    def get(self, key: Hashable, make: Callable[[], str]) -> Rendered:
        """Return the page under the key, at most a minute old; `make` renders it."""
        kept, now = self._pages.get(key), self._ticks()
        if kept is not None and now < kept.until:
            return kept
        body = make().encode()
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        made_at = kept.made_at if kept is not None and kept.etag == etag else clock.now()
        if len(self._pages) >= MOST:
            self._pages.clear()
        page = Rendered(body, gzip.compress(body, 6, mtime=0), etag, made_at, now + FRESH_SECONDS)
        self._pages[key] = page
        return page

    def clear(self) -> None:
        """Forget everything."""
        self._pages.clear()


SHELF = Shelf()


def answer(request: HttpRequest, page: Rendered) -> HttpResponse:
    """Return the page, or 304 when the browser still has these bytes.

    The language hangs on a cookie, so caches keep one copy a cookie and ask each time.
    """
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(page.packed if packed else page.body)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["ETag"] = page.etag
    response.headers["Last-Modified"] = http_date(page.made_at.timestamp())
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Vary"] = "Cookie, Accept-Encoding"
    seen_at = int(page.made_at.timestamp())
    found = get_conditional_response(request, page.etag, seen_at, response)
    return found if isinstance(found, HttpResponse) else response
