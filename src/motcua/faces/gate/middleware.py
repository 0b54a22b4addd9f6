# SPDX-License-Identifier: Apache-2.0
"""Middleware that says who a request comes from."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

from motcua.faces.gate.touches import TOUCHES
from motcua.kit import clock
from motcua.kit.access import GUEST, ActorKind

Answer = Callable[[HttpRequest], HttpResponseBase]


class RequestActor:
    """Sets `request.actor` and `request.identity_level`; guests cost no look at the database.

    Pages made for somebody are not to be kept by browsers and proxies: counters share computers.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request in the name of whoever is signed in."""
        live = request.session.live()
        request.actor = live.actor if live else GUEST
        request.identity_level = live.identity_level if live else 0
        response = self.get_response(request)
        if live is not None and live.actor.kind is not ActorKind.GUEST:
            TOUCHES.saw(live, clock.now())
            patch_vary_headers(response, ("Cookie",))
            response.headers.setdefault("Cache-Control", "no-store")
        return response
