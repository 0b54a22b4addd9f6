# SPDX-License-Identifier: Apache-2.0
"""Officials sign in by name and password, and change the password."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.domains.people import acts, queries
from motcua.domains.people.acts.change_password import SamePassword
from motcua.domains.people.failures import Locked
from motcua.domains.people.passwords import WeakPassword
from motcua.faces.gate.entry import enter
from motcua.faces.gate.origins import origin_of
from motcua.kit import clock
from motcua.kit.access import ActorKind
from motcua.kit.faults import Fault
from motcua.kit.guards import official_required, public, safe_path


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the form, or try name and password."""
    if request.method == "POST":
        return _try(request)
    if request.actor.kind is ActorKind.OFFICIAL:
        home = settings.SIGNED_IN_PATHS["official"]
        wanted = safe_path(request, request.GET.get("next", ""), home)
        return HttpResponseRedirect(wanted, status=303)
    return _form(request, wanted=request.GET.get("next", ""))


def _try(request: HttpRequest) -> HttpResponse:
    name, wanted = request.POST.get("name", ""), request.POST.get("next", "")
    try:
        opened = acts.sign_in(
            name=name, password=request.POST.get("password", ""), origin=origin_of(request),
            at=clock.now(),
        )  # fmt: skip
    except Fault as fault:
        return _form(request, wanted=wanted, name=name, fault=fault)
    return enter(request, opened, reverse("gate:password") if opened.must_choose else wanted)


def _form(
    request: HttpRequest, *, wanted: str, name: str = "", fault: Fault | None = None
) -> HttpResponse:
    shown = {
        "wanted": safe_path(request, wanted, ""),
        "name": name[:200],
        "fault": fault,
        "until": fault.until if isinstance(fault, Locked) else None,
    }
    return render(request, "gate/official.jinja", shown, status=fault.status if fault else 200)


@official_required
@never_cache
@sensitive_post_parameters("current", "new", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Show the form, or change one's own password."""
    if request.method != "POST":
        return _password_form(request)
    new = request.POST.get("new", "")
    if new != request.POST.get("again", ""):
        return _password_form(request, differs=True)
    try:
        acts.change_password(
            actor=request.actor, current=request.POST.get("current", ""), new=new,
            session_key=request.session.session_key, origin=origin_of(request), at=clock.now(),
        )  # fmt: skip
    except Fault as fault:
        return _password_form(request, fault=fault)
    return HttpResponseRedirect(f"{reverse('gate:sessions')}?changed=1", status=303)


def _password_form(
    request: HttpRequest, *, fault: Fault | None = None, differs: bool = False
) -> HttpResponse:
    status = 422 if differs else fault.status if fault else 200
    field = "new" if isinstance(fault, WeakPassword | SamePassword) else "current"
    shown = {
        "length": queries.password_length(clock.now()),
        "faults": {field: fault} if fault else {},
        "differs": differs,
    }
    return render(request, "gate/password.jinja", shown, status=status)
