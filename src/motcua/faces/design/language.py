# SPDX-License-Identifier: Apache-2.0
"""Lets a reader choose the language by following a link, which keeps public pages cacheable."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from motcua.kit.guards import public


def _way_back(request: HttpRequest) -> str:
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return "/"
    parts = urlsplit(came_from)
    return "/" + parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else "")


@public
@require_safe
def choose(request: HttpRequest, code: str) -> HttpResponse:
    """Remember the language in a cookie and return to the page the reader came from.

    Only the cookie of the asking browser changes, so a link (GET) may do it.
    """
    if code not in dict(settings.LANGUAGES):
        raise Http404
    response = HttpResponseRedirect(_way_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
    )
    response.headers["Cache-Control"] = "no-store"
    return response
