# SPDX-License-Identifier: Apache-2.0
"""Following a dossier by its code and the secret on its receipt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.domains.dossiers.queries import linkages
from motcua.domains.dossiers.queries.card import card, may_see
from motcua.faces.portal import attempts, dossier, linkage, rights
from motcua.faces.portal.codes import dossier_code
from motcua.faces.portal.screens import citizen_of, screen
from motcua.kit.faults import NotFound
from motcua.kit.guards import public

SECRET_MOST = 40


@public
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for code and secret; a right pair shows the dossier, all wrong ones look the same."""
    if request.method != "POST":
        return _ask(request, request.GET.get("ma", "")[:60])
    typed, secret = request.POST.get("code", "")[:60], request.POST.get("secret", "")
    if request.POST.get("proof"):
        return dossier.show(request, rights.holder_of(request, typed))
    try:
        return _open(request, dossier_code(typed), secret[:SECRET_MOST])
    except NotFound:
        attempts.refuse_if_locked(request, typed)
        attempts.count_failure(request, typed)
        return _ask(request, typed, status=404)


def _open(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    citizen = citizen_of(request)
    if linkages.exists(code):
        return _open_linkage(request, code, secret)
    if citizen is not None and not secret and may_see(citizen, card(code)):
        return HttpResponseRedirect(reverse("portal:dossier", args=[code]), status=303)
    attempts.refuse_if_locked(request, code)
    return dossier.show(request, rights.by_secret(code, secret))


def _open_linkage(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    citizen = citizen_of(request)
    own = citizen is not None and linkages.may_see(citizen, linkages.linkage(code))
    if own and not secret:
        return HttpResponseRedirect(reverse("portal:linkage", args=[code]), status=303)
    attempts.refuse_if_locked(request, code)
    return linkage.show(request, linkage.by_secret(code, secret))


def _ask(request: HttpRequest, typed: str, status: int = 200) -> HttpResponse:
    words = gettext("No dossier fits this code and secret. Check both against your receipt.")
    faults = [] if status == 200 else [("code", words)]
    typed = "".join(sign for sign in typed if sign.isprintable())
    return screen(request, "track", {"typed": typed, "faults": faults}, tab="track", status=status)
