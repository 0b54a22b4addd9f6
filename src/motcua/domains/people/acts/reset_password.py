# SPDX-License-Identifier: Apache-2.0
"""Give an official a password for once; who signs in with it is asked for one of their own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people import passwords
from motcua.domains.people.authority import must_answer_for
from motcua.domains.people.models import Account, AccountKind, Session
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@transaction.atomic
def reset_password(*, actor: Actor, account_id: int, at: datetime) -> str:
    """Return the new password, which is kept nowhere; every session of the account ends.

    For operators, and for the administrator of all the units in which the account has posts.
    Raises NotFound, NotPermitted. Source: TCVN 14423:2026, level 3 (change at first sign-in).
    """
    officials = Account.objects.filter(kind=AccountKind.OFFICIAL, pk=account_id)
    account = officials.select_for_update(no_key=True).first()
    if account is None:
        raise NotFound
    must_answer_for(actor, account.pk, at)
    password = passwords.invented()
    Account.objects.filter(pk=account.pk).update(
        password=passwords.encode(password), password_set_at=None,
        failed_attempts=0, locked_until=None,
    )  # fmt: skip
    sessions = Session.objects.filter(account_id=account.pk, revoked_at__isnull=True)
    sessions.update(revoked_at=at, payload={})
    audit.append(
        chain=f"account:{account.code}", at=at, act="reset_password", actor=actor, payload={}
    )
    return password
