# SPDX-License-Identifier: Apache-2.0
"""Turns expected refusals and lost addresses into pages with one clear sentence."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop

from motcua.kit import correlation
from motcua.kit.faults import Fault
from motcua.kit.guards import safe_path

log = logging.getLogger(__name__)

TITLES = {
    400: gettext_noop("This request could not be read"),
    403: gettext_noop("You may not do this"),
    404: gettext_noop("Nothing was found here"),
    405: gettext_noop("This page cannot be opened by itself"),
    409: gettext_noop("The state has changed"),
    413: gettext_noop("Too large"),
    422: gettext_noop("Something needs your attention"),
    429: gettext_noop("Too many attempts"),
    500: gettext_noop("Something broke on our side"),
    503: gettext_noop("Back in a moment"),
}
NOTHING_HERE = gettext_noop("The address is wrong, or the page is gone.")
ONLY_SENT = gettext_noop(
    "This address only takes what a form sends, and nothing was sent. Open the page again from the "
    "start; what had been saved is still there."
)
UNREADABLE = gettext_noop("Your browser sent something we could not read. Nothing was saved.")
TOO_MUCH = gettext_noop("You sent more than we can take at once. Nothing was saved.")
OUR_FAULT = gettext_noop("Nothing was saved. If it happens again, tell us this number: %(number)s.")
PAUSE = gettext_noop("The system is being restored. Nothing was saved; try again in a minute.")
PAUSE_SECONDS = 5
EXPIRED = gettext_noop("This form has been open for too long")
FORM_EXPIRED = gettext_noop(
    "The form is too old or came from elsewhere. Go back, reload the page and send it again."
)
TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class Refusals:
    """Middleware: a `Fault` raised anywhere becomes a page with its own status and sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request; an address opened that only takes forms says so in words."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            shown = page(request, 405, gettext(ONLY_SENT))
            shown.headers["Allow"] = response.headers["Allow"]
            return shown
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for an expected refusal; anything else is not ours."""
        if isinstance(error, Fault):
            return page(request, error.status, str(error))
        if isinstance(error, TOO_BIG):
            return page(request, 413, gettext(TOO_MUCH))
        if isinstance(error, (BadRequest, SuspiciousOperation, UnicodeError)):
            return page(request, 400, gettext(UNREADABLE))
        return None


def page(request: HttpRequest, status: int, sentence: str, title: str = "") -> HttpResponse:
    """Return a page with a title (of the status unless given), the sentence and the way back."""
    back = _way_back(request)
    context = {
        "fault_title": title or gettext(TITLES.get(status, TITLES[422])),
        "sentence": sentence,
        "back": back,
        "number": correlation.number(),
    }
    return render(request, "design/refusal.jinja", context, status=status)


def _way_back(request: HttpRequest) -> str:
    """Return where the reader came from; a request with a foreign host came from nowhere."""
    try:
        return safe_path(request, request.headers.get("Referer", ""), "/")
    except DisallowedHost:
        return "/"


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """Answer an address nobody serves."""
    return page(request, 404, gettext(NOTHING_HERE))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be read."""
    status, sentence = (413, TOO_MUCH) if isinstance(exception, TOO_BIG) else (400, UNREADABLE)
    return page(request, status, gettext(sentence))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid token."""
    return page(request, 403, gettext(FORM_EXPIRED), gettext(EXPIRED))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when our own code broke; the number in the log finds the trace.

    While the database is away nothing is broken: the answer is 503, and machines are told when to
    try again.
    """
    if isinstance(sys.exc_info()[1], OperationalError):
        away = page(request, 503, gettext(PAUSE))
        away.headers["Retry-After"] = str(PAUSE_SECONDS)
        return away
    log.error("page answered with 500, path %s", request.path)
    return page(request, 500, gettext(OUR_FAULT) % {"number": correlation.number()})
