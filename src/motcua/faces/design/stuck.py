# SPDX-License-Identifier: Apache-2.0
"""The way to help that stands on every screen: it carries the screen's name and its number."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from jinja2 import Undefined


def stuck_url(request: HttpRequest | Undefined | None = None) -> str:
    """Return where to ask for help from this page; "" while nobody serves it.

    The route's name and the number of the request go along, never the address: that may hold a
    code. A page kept for everybody has no request and sends neither.
    """
    try:
        address = reverse(settings.SUPPORT_ROUTE)
    except NoReverseMatch:
        return ""
    said = _said(request) if isinstance(request, HttpRequest) else {}
    return f"{address}?{urlencode(said)}" if said else address


def _said(request: HttpRequest) -> dict[str, Any]:
    match = request.resolver_match
    known = {
        "tu": match.view_name if match else "",
        "so": getattr(request, "correlation", ""),
    }
    return {name: value for name, value in known.items() if value}
