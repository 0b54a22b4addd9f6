# SPDX-License-Identifier: Apache-2.0
"""Renders the portal's pages with what its layout needs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from motcua.kit.access import GUEST, Actor, ActorKind


def screen(
    request: HttpRequest, name: str, context: dict[str, Any], *, tab: str = "", status: int = 200
) -> HttpResponse:
    """Return a page made for one reader; it is kept by no cache."""
    shown = {
        "tab": tab,
        "person": citizen_of(request),
        "local_submission": settings.LOCAL_SUBMISSION,
        **context,
    }
    response = render(request, f"portal/{name}.jinja", shown, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def public_page(name: str, context: dict[str, Any], *, tab: str = "") -> str:
    """Return the text of a page that is the same for everybody: no token, no name."""
    shown = {
        "tab": tab,
        "person": None,
        "local_submission": settings.LOCAL_SUBMISSION,
        **context,
    }
    return render_to_string(f"portal/{name}.jinja", shown)


def citizen_of(request: HttpRequest) -> Actor | None:
    """Return the citizen who is signed in; officials use the portal as guests."""
    actor: Actor = request.actor
    return actor if actor.kind is ActorKind.CITIZEN else None


def applicant_of(request: HttpRequest) -> Actor:
    """Return in whose name things are done here: the citizen, or a guest."""
    return citizen_of(request) or GUEST
