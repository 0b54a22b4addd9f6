# SPDX-License-Identifier: Apache-2.0
"""Our relying party on allauth's: configuration from settings, a nonce, a verified ID token."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.domains.people import acts as people
from motcua.domains.people.claims import read_claims
from motcua.faces.gate.entry import enter
from motcua.faces.gate.origins import origin_of
from motcua.faces.gate.vneid.documents import DOCUMENTS, fetch
from motcua.faces.gate.vneid.tokens import verified
from motcua.kit import clock

PROVIDER = "vneid"
SCOPE = ["openid", "profile", "email", "phone"]
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


class VneidAdapter(OpenIDConnectOAuth2Adapter):
    """What allauth calls while it speaks with the provider."""

    state: dict[str, Any]

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, PROVIDER)
        self.state = {}

    def get_provider(self) -> VneidProvider:
        """Return the one provider there is; it needs no row in the database."""
        app = SocialApp(
            provider=VneidProvider.id,
            provider_id=PROVIDER,
            name="VNeID",
            client_id=settings.VNEID_CLIENT_ID,
            secret=settings.VNEID_CLIENT_SECRET,
            settings={"server_url": settings.VNEID_ISSUER, "oauth_pkce_enabled": True},
        )
        return VneidProvider(self.request, app=app)

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return the provider's configuration. Raises OAuth2Error when it is not that of ours."""
        config = DOCUMENTS.get(f"{settings.VNEID_ISSUER}/.well-known/openid-configuration")
        if config.get("issuer") != settings.VNEID_ISSUER or not all(map(config.get, ENDPOINTS)):
            raise OAuth2Error("configuration of another issuer")
        return config

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Return the absolute address to which the provider sends people back."""
        return request.build_absolute_uri(reverse("gate:vneid_callback"))

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> NoReturn:
        """Verify who came back and let them in; the answer leaves by allauth's own exit."""
        claims = verified(
            str(kwargs["response"].get("id_token", "")),
            config=self.openid_config,
            client_id=app.client_id,
            nonce=str(self.state.get("nonce", "")),
        )
        person = fetch(self.profile_url, bearer=token.token)
        if person.get("sub") != claims["sub"]:
            raise OAuth2Error("userinfo of somebody else")
        opened = people.sign_in_citizen(
            claims=read_claims(person), origin=origin_of(request), at=clock.now()
        )
        raise ImmediateHttpResponse(enter(request, opened, str(self.state.get("next", ""))))


class VneidProvider(OpenIDConnectProvider):
    """allauth's OpenID Connect provider, bound to our adapter."""

    def get_oauth2_adapter(self, request: HttpRequest) -> VneidAdapter:
        """Return our adapter."""
        return VneidAdapter(request)

    def get_default_scope(self) -> list[str]:
        """Return what we ask for."""
        return SCOPE


class VneidCallback(OAuth2CallbackView):
    """allauth's callback; it hands the state of the attempt on to our adapter."""

    def _get_state(
        self, request: HttpRequest, provider: Any
    ) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, response = super()._get_state(request, provider)
        self.adapter.state = state or {}
        return state, response
