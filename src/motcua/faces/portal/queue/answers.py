# SPDX-License-Identifier: Apache-2.0
"""Parts of pages that are asked for every few seconds: 304 while nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.titles import active
from motcua.kit.faults import NotFound


def part(
    request: HttpRequest, template: str, mark: str, context: Callable[[], dict[str, Any]]
) -> HttpResponse:
    """Return a part of a page under its mark; `context` is only asked when the mark is new."""
    etag = f'W/"{mark}-{active()}"'
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return known
    response = render(request, f"portal/queue/{template}.jinja", context())
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def centre(code: str) -> AgencyCard:
    """Return the centre with a code, or the one that receives for the unit. Raises NotFound."""
    card = units.agency_by_code(code)
    if card.kind == "service_centre":
        return card
    if card.one_stop_id is None:
        raise NotFound
    return units.agency(card.one_stop_id)
