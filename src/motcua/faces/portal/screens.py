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
from motcua.kit.access import GUEST, Actor, ActorKind, log_view


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
        "official": by_official(request),
        "local_submission": settings.LOCAL_SUBMISSION,
        **context,
    }
    response = render(request, f"portal/{name}.jinja", shown, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def public_page(
    name: str, context: dict[str, Any], *, official: bool = False, tab: str = ""
) -> str:
    """Return the text of a page that is the same for everybody: no token, no name.

    Only its menu is another one for officials, who have no dossiers of their own here.
    """
    shown = {
        "tab": tab,
        "person": None,
        "official": official,
        "local_submission": settings.LOCAL_SUBMISSION,
        **context,
    }
    return render_to_string(f"portal/{name}.jinja", shown)


def by_official(request: HttpRequest) -> bool:
    """Say whether an official is signed in."""
    actor: Actor = request.actor
    return actor.kind is ActorKind.OFFICIAL


def citizen_of(request: HttpRequest) -> Actor | None:
    """Return the citizen who is signed in, acting for whom they chose to act.

    Officials use the portal as guests. Raises MandateEnded.
    """
    return mandate.person_of(request)


def applicant_of(request: HttpRequest) -> Actor:
    """Return in whose name things are done here: the citizen, or a guest."""
    return citizen_of(request) or GUEST
