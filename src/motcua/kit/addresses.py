# SPDX-License-Identifier: Apache-2.0
"""Addresses that no page can have."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponseBase

INTERFACES = "/api/"  # they refuse in their own form
Answer = Callable[[HttpRequest], HttpResponseBase]


class Addresses:
    """Middleware: an address with a zero byte, which the database cannot look up, leads nowhere."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request. Raises Http404."""
        path = request.path_info
        if "\0" in path and not path.startswith(INTERFACES):
            raise Http404
        return self.get_response(request)
