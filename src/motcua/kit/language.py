# SPDX-License-Identifier: Apache-2.0
"""The reader's language: Vietnamese unless a cookie of theirs says otherwise."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponseBase]


class ChosenLanguage:
    """Middleware that speaks the chosen language.

    The browser's own preference is not asked: many a Vietnamese office computer says `en`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.known = frozenset(code for code, _ in settings.LANGUAGES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate the language for this request and name it in the answer."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in self.known else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
