# SPDX-License-Identifier: Apache-2.0
"""Give another system a secret for the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people import keys
from motcua.domains.people.authority import must_manage
from motcua.domains.people.models import Account, AccountKind, ApiToken
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound


class TokenPeriodWrong(Fault):
    """A token must end, and after it begins."""

    sentence = gettext_lazy("A token must end after it begins.")


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token; `secret` is shown once and kept nowhere."""

    token_id: int
    secret: str


@transaction.atomic
def issue_token(
    *, actor: Actor, account_id: int, label: str, scopes: Sequence[str], valid_to: datetime,
    at: datetime,
) -> Issued:  # fmt: skip
    """Return the secret of a new token, valid from now.

    Raises NotPermitted, NotFound unless the account is a client, TokenPeriodWrong.
    """
    must_manage(actor, ())
    if valid_to <= at:
        raise TokenPeriodWrong
    clients = Account.objects.filter(kind=AccountKind.CLIENT, is_active=True)
    account = clients.filter(pk=account_id).first()
    if account is None:
        raise NotFound
    secret = keys.new_token()
    token = ApiToken.objects.create(
        account=account, label=label, secret_hash=keys.hash_of(secret), scopes=list(scopes),
        valid_from=at, valid_to=valid_to,
    )  # fmt: skip
    audit.append(
        chain=f"account:{account.code}", at=at, act="issue_token", actor=actor,
        payload={"token": token.pk, "scopes": list(scopes), "to": valid_to.isoformat()},
    )  # fmt: skip
    return Issued(token.pk, secret)
