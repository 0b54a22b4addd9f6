# SPDX-License-Identifier: Apache-2.0
"""Renders the portal's pages with what its layout needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from motcua.faces.portal import mandate
from motcua.kit import clock
from motcua.kit.access import GUEST, Actor, log_view


def screen(
    request: HttpRequest,
    name: str,
    context: dict[str, Any],
    *,
    tab: str = "",
    status: int = 200,
    subjects: Sequence[str] = (),
) -> HttpResponse:
    """Return a page made for one reader; it is kept by no cache.

    Whoever acts for somebody else leaves a line in the data-use ledger: page, principal and the
    dossiers in `subjects`.
    """
    person = citizen_of(request)
    if person is not None and person.mandate is not None:
        seen = [person.mandate.principal_code, *subjects]
        log_view(
            actor=person, at=clock.now(), page=f"portal/{name}", purpose="representing",
            subjects=seen,
        )  # fmt: skip
    shown = {
        "tab": tab,
        "person": person,
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
    """Return the citizen who is signed in, acting for whom they chose to act.

    Officials use the portal as guests. Raises MandateEnded.
    """
    return mandate.person_of(request)


def applicant_of(request: HttpRequest) -> Actor:
    """Return in whose name things are done here: the citizen, or a guest."""
    return citizen_of(request) or GUEST
