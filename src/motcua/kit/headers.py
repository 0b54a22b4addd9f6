# SPDX-License-Identifier: Apache-2.0
"""The security headers every answer carries, beyond those of Django's own middleware."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def content_security_policy(form_targets: tuple[str, ...]) -> str:
    """Return a policy that runs and loads nothing but this site's own files.

    `form_targets` are origins a form may lead to: browsers apply `form-action` to the redirect
    after a POST too, so the sign-in provider must be among them.
    """
    forms = " ".join(("'self'", *form_targets))
    return (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        f"frame-ancestors 'none'; form-action {forms}"
    )


class SecurityHeaders:
    """Middleware that adds the constant headers; a view may set its own policy."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.constant = (
            ("Content-Security-Policy", content_security_policy(settings.CSP_FORM_TARGETS)),
            ("X-Frame-Options", "DENY"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
        )

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request and set what the answer does not carry yet."""
        response = self.get_response(request)
        for name, value in self.constant:
            response.headers.setdefault(name, value)
        return response
