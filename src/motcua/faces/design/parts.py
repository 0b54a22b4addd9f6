# SPDX-License-Identifier: Apache-2.0
"""Parts of pages that are asked for every few seconds: 304 while nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from motcua.faces.design.titles import active


def part(
    request: HttpRequest, template: str, mark: str, context: Callable[[], dict[str, Any]]
) -> HttpResponseBase:
    """Return a part of a page under its mark; `context` is only asked when the mark is new."""
    etag = f'W/"{mark}-{active()}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or render(request, template, context())
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response
