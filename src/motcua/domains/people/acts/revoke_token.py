# SPDX-License-Identifier: Apache-2.0
"""Take a secret of the API back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people.authority import must_manage
from motcua.domains.people.models import ApiToken
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@transaction.atomic
def revoke_token(*, actor: Actor, token_id: int, at: datetime) -> None:
    """Make the token worthless at once; twice changes nothing. Raises NotPermitted, NotFound."""
    must_manage(actor, ())
    tokens = ApiToken.objects.select_for_update(of=("self",)).select_related("account")
    token = tokens.filter(pk=token_id).first()
    if token is None:
        raise NotFound
    if token.revoked_at is not None:
        return
    ApiToken.objects.filter(pk=token.pk).update(revoked_at=at)
    audit.append(
        chain=f"account:{token.account.code}", at=at, act="revoke_token", actor=actor,
        payload={"token": token.pk},
    )  # fmt: skip
