# SPDX-License-Identifier: Apache-2.0
"""What a citizen is told when signing in with VNeID did not work."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

log = logging.getLogger(__name__)

PATIENCE_SECONDS = (2.0, 3.0)  # to connect, and between two bytes

CANCELLED = gettext_lazy("You have not signed in: you went back at VNeID.")
DOWN = gettext_lazy("VNeID does not answer at the moment. Please try again in a few minutes.")
OVER = gettext_lazy(
    "This attempt to sign in is over, or it began in another window. Please begin again."
)
REFUSED = gettext_lazy(
    "The answer of VNeID could not be verified, so you are not signed in. Please try again."
)


def trouble_page(request: HttpRequest, sentence: object, status: int) -> HttpResponse:
    """Return the page with one sentence and the way to try again."""
    shown = {"sentence": sentence, "cancelled": sentence is CANCELLED}
    return render(request, "gate/trouble.jinja", shown, status=status)


class VneidTrouble(DefaultSocialAccountAdapter):
    """allauth's adapter (setting SOCIALACCOUNT_ADAPTER): short waits and our own error page."""

    def get_requests_session(self) -> requests.Session:
        """Return a session that never waits long."""
        session = requests.Session()
        session.request = partial(  # type: ignore[method-assign]
            session.request, timeout=PATIENCE_SECONDS
        )
        return session

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Answer with our page instead of allauth's; only the kind of error is logged."""
        sentence, status = self._reason(error, exception, extra_context or {})
        log.info("sign-in with VNeID failed: %s %s", error, type(exception).__name__)
        raise ImmediateHttpResponse(trouble_page(request, sentence, status))

    def _reason(
        self, error: Any, exception: Exception | None, context: dict[str, Any]
    ) -> tuple[object, int]:
        if error == AuthError.CANCELLED:
            return CANCELLED, 200
        if isinstance(exception, requests.RequestException) and not _is_refusal(exception):
            return DOWN, 503
        if exception is None and "state_id" in context:
            return OVER, 400
        return REFUSED, 400


def _is_refusal(error: requests.RequestException) -> bool:
    """Return whether the provider answered and said no, rather than failed."""
    return error.response is not None and error.response.status_code < 500
