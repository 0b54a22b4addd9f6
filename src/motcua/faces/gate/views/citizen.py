# SPDX-License-Identifier: Apache-2.0
"""Citizens sign in with VNeID: the page before, the way there and the way back."""

from __future__ import annotations

import logging
import secrets

from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from motcua.faces.gate.vneid.adapter import VneidAdapter, VneidCallback
from motcua.faces.gate.vneid.trouble import DOWN, trouble_page
from motcua.kit.access import ActorKind
from motcua.kit.faults import Fault
from motcua.kit.guards import public, safe_path

log = logging.getLogger(__name__)


@public
@never_cache
@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """Say what happens next and offer the button to VNeID."""
    wanted = safe_path(request, request.GET.get("next", ""), "")
    if request.actor.kind is ActorKind.CITIZEN:
        return HttpResponseRedirect(wanted or "/", status=303)
    shown = {"wanted": wanted, "open": bool(settings.VNEID_ISSUER)}
    return render(request, "gate/citizen.jinja", shown)


@public
@never_cache
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Send the browser to VNeID with state, nonce and PKCE challenge."""
    if not settings.VNEID_ISSUER:
        raise Http404
    nonce = secrets.token_urlsafe(24)
    provider = VneidAdapter(request).get_provider()
    try:
        return provider.redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=safe_path(request, request.POST.get("next", ""), ""),
            auth_params={"nonce": nonce, "ui_locales": request.LANGUAGE_CODE},
            nonce=nonce,
        )
    except (RequestException, OAuth2Error) as error:
        return _unreachable(request, error)


@public
@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Take the browser back from VNeID and sign the person in."""
    try:
        return VneidCallback.adapter_view(VneidAdapter(request))(request)
    except (RequestException, OAuth2Error) as error:
        return _unreachable(request, error)
    except Fault as fault:
        return trouble_page(request, fault, fault.status)


def _unreachable(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer when not even the provider's configuration can be had; only the type is logged."""
    log.warning("VNeID cannot be reached: %s", type(error).__name__)
    return trouble_page(request, DOWN, 503)
