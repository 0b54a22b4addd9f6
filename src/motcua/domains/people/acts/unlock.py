# SPDX-License-Identifier: Apache-2.0
"""Unlock an account before its time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people.authority import must_manage_official
from motcua.domains.people.models import Account
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@transaction.atomic
def unlock(*, actor: Actor, account_id: int, at: datetime) -> None:
    """Let an official try again at once. Raises NotFound, NotPermitted."""
    account = Account.objects.select_for_update(no_key=True).filter(pk=account_id).first()
    if account is None:
        raise NotFound
    must_manage_official(actor, account_id, at)
    if account.locked_until is None and not account.failed_attempts:
        return
    Account.objects.filter(pk=account_id).update(failed_attempts=0, locked_until=None)
    audit.append(chain=f"account:{account.code}", at=at, act="unlock", actor=actor, payload={})
