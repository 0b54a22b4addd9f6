# SPDX-License-Identifier: Apache-2.0
"""Every address says who may open it: by a guard of `kit.guards`, or in the list here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from motcua.kit.guards import official_required, public

OTHERWISE_GUARDED = ("api/",)  # the API asks for a token of its own


def ungated(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Yield the addresses whose view does not say who may open it."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith(OTHERWISE_GUARDED):
            continue
        if isinstance(pattern, URLResolver):
            yield from ungated(pattern.url_patterns, route)
        elif not getattr(pattern.callback, "gate", ""):
            yield route


def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_address_says_who_may_open_it() -> None:
    assert list(ungated(get_resolver().url_patterns)) == []


@pytest.mark.parametrize(
    ("guard", "found"), [(None, ["tron"]), (public, []), (official_required, [])]
)
def test_a_view_without_a_guard_is_found(
    guard: Callable[..., Callable[..., HttpResponse]] | None, found: list[str]
) -> None:
    planted = path("tron", guard(view) if guard else view)

    assert list(ungated([planted])) == found
