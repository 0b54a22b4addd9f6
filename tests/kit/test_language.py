# SPDX-License-Identifier: Apache-2.0
"""Pages are Vietnamese unless their reader has chosen otherwise."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils.translation import get_language, override

from motcua.kit.language import ChosenLanguage


def spoken(*, cookie: str | None = None, browser: str = "") -> str:
    """Return the language in which a request was answered."""
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(get_language())
        return HttpResponse()

    request = RequestFactory().get("/", headers={"Accept-Language": browser})
    if cookie is not None:
        request.COOKIES["language"] = cookie
    with override("en"):
        response = ChosenLanguage(view)(request)
    assert response.headers["Content-Language"] == seen[0]
    return str(seen[0])


def test_vietnamese_is_the_default_whatever_the_browser_says() -> None:
    assert spoken(browser="en-GB,en;q=0.9") == "vi"


def test_a_chosen_language_is_spoken() -> None:
    assert spoken(cookie="en") == "en"


@pytest.mark.parametrize("cookie", ["", "fr", "en; drop", "x" * 5000])
def test_an_unknown_choice_is_no_choice(cookie: str) -> None:
    assert spoken(cookie=cookie) == "vi"
