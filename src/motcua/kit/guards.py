# SPDX-License-Identifier: Apache-2.0
"""Who may open a page: every view says it by one of these, and a house test sees that it does.

The faces do not know one another, so the guards stand here; `settings.SIGN_IN_ROUTES` names the
pages of the gate to which a guest is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.kit.access import Actor, ActorKind, NotPermitted, Role

View = Callable[..., HttpResponseBase]
Admits = Callable[[Actor], bool]


def public(view: View) -> View:
    """Mark a view that anybody may open."""

    @wraps(view)
    def open_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    open_view.gate = "public"  # type: ignore[attr-defined]
    return open_view


def signed_in_required(view: View) -> View:
    """Admit officials and citizens."""
    kinds = (ActorKind.OFFICIAL, ActorKind.CITIZEN)
    return _guarded(view, "signed-in", "citizen", lambda actor: actor.kind in kinds)


def citizen_required(view: View) -> View:
    """Admit citizens."""
    return _guarded(view, "citizen", "citizen", lambda actor: actor.kind is ActorKind.CITIZEN)


def official_required(view: View) -> View:
    """Admit officials, whatever their posts."""
    return _guarded(view, "official", "official", lambda actor: actor.kind is ActorKind.OFFICIAL)


def role_required(*roles: Role) -> Callable[[View], View]:
    """Admit officials who hold one of these roles in some unit; acts check which unit."""
    wanted = frozenset(role.value for role in roles)

    def admits(actor: Actor) -> bool:
        official = actor.kind is ActorKind.OFFICIAL
        return official and any(post.role in wanted for post in actor.posts)

    return lambda view: _guarded(view, f"role:{','.join(sorted(wanted))}", "official", admits)


def _guarded(view: View, gate: str, door: str, admits: Admits) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor: Actor = request.actor  # type: ignore[attr-defined]
        if actor.kind is ActorKind.GUEST:
            return to_sign_in(request, door)
        if not admits(actor):
            raise NotPermitted
        return view(request, *args, **kwargs)

    guarded.gate = gate  # type: ignore[attr-defined]
    return guarded


def to_sign_in(request: HttpRequest, door: str) -> HttpResponse:
    """Send a guest to the door (`official` or `citizen`), to come back to this page afterwards."""
    query = urlencode({"next": _page_of(request)})
    address = f"{reverse(settings.SIGN_IN_ROUTES[door])}?{query}"
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    if request.headers.get("Sec-Fetch-Dest") == "empty":  # a script asks; it needs no page
        return HttpResponse(status=401)
    return HttpResponseRedirect(address, status=303)


def safe_path(request: HttpRequest, address: str, default: str = "/") -> str:
    """Return the address if it leads to this site, as a path; otherwise the default."""
    host = {request.get_host()}
    if not url_has_allowed_host_and_scheme(address, host, require_https=request.is_secure()):
        return default
    parts = urlsplit(address)
    path = "/" + parts.path.lstrip("/")
    return f"{path}?{parts.query}" if parts.query else path


def _page_of(request: HttpRequest) -> str:
    """Return the page a person was looking at: for a form, the one it stands on."""
    if request.method in ("GET", "HEAD") and "HX-Request" not in request.headers:
        return request.get_full_path()
    return safe_path(request, request.headers.get("Referer", ""))
