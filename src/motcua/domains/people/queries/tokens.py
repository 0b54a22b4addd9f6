# SPDX-License-Identifier: Apache-2.0
"""Tokens of the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.domains.people import keys
from motcua.domains.people.actors import actor_for
from motcua.domains.people.models import ApiToken
from motcua.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who calls with a token, and what the token is for."""

    actor: Actor
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class TokenCard:
    """A line of the list of a client's tokens."""

    id: int
    label: str
    scopes: tuple[str, ...]
    valid_from: datetime
    valid_to: datetime
    revoked_at: datetime | None


def bearer(secret: str, at: datetime) -> Bearer | None:
    """Return who calls; None when the token is unknown, over, revoked or its account closed."""
    found = ApiToken.objects.filter(
        secret_hash=keys.hash_of(secret), valid_from__lte=at, valid_to__gt=at,
        revoked_at__isnull=True, account__is_active=True,
    )  # fmt: skip
    token = found.select_related("account").first()
    if token is None:
        return None
    return Bearer(actor_for(token.account, at), frozenset(token.scopes))


def tokens_of(account_id: int) -> tuple[TokenCard, ...]:
    """Return a client's tokens, the newest first; secrets are not known."""
    rows = ApiToken.objects.filter(account_id=account_id).order_by("-pk")
    fields = rows.values_list("pk", "label", "scopes", "valid_from", "valid_to", "revoked_at")
    return tuple(TokenCard(pk, label, tuple(scopes), *rest) for pk, label, scopes, *rest in fields)
