# SPDX-License-Identifier: Apache-2.0
"""Checking an ID token. Source: OpenID Connect Core 1.0, section 3.1.3.7."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

from motcua.faces.gate.vneid.documents import ANEW_SECONDS, DOCUMENTS, FRESH_SECONDS

ALGORITHM = "RS256"
LEEWAY_SECONDS = 30
REQUIRED = ("iss", "sub", "aud", "exp", "iat", "nonce")


def verified(
    token: str, *, config: Mapping[str, Any], client_id: str, nonce: str
) -> Mapping[str, Any]:
    """Return the claims of a token that this provider signed for us in answer to this request.

    Raises OAuth2Error.
    """
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token,
            _key(config["jwks_uri"], str(jwt.get_unverified_header(token).get("kid", ""))),
            algorithms=[ALGORITHM],
            audience=client_id,
            issuer=config["issuer"],
            leeway=LEEWAY_SECONDS,
            options={"require": list(REQUIRED)},
        )
    except jwt.PyJWTError as error:
        raise OAuth2Error(f"ID token refused: {type(error).__name__}") from error
    if not nonce or not hmac.compare_digest(str(claims["nonce"]), nonce):
        raise OAuth2Error("ID token refused: nonce")
    if claims.get("azp", client_id) != client_id:
        raise OAuth2Error("ID token refused: azp")
    return claims


def _key(address: str, kid: str) -> jwt.PyJWK:
    """Return the key; one that is not known yet may have been rolled in a moment ago."""
    for within in (FRESH_SECONDS, ANEW_SECONDS):
        for key in DOCUMENTS.get(address, within=within).get("keys", ()):
            if key.get("kid") == kid and key.get("use", "sig") == "sig":
                return jwt.PyJWK(key, algorithm=ALGORITHM)
    raise OAuth2Error("ID token refused: unknown key")
