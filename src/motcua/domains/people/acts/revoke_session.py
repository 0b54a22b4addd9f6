# SPDX-License-Identifier: Apache-2.0
"""End a session from elsewhere: a lost telephone, a forgotten office computer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people.authority import must_manage_official
from motcua.domains.people.models import Session, SignInAct
from motcua.domains.people.origin import Origin
from motcua.domains.people.record import write_record
from motcua.kit import audit
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@transaction.atomic
def revoke_session(*, actor: Actor, session_id: int, origin: Origin, at: datetime) -> None:
    """End one's own session, or that of an official of one's unit; every process obeys in seconds.

    Revoking twice changes nothing. Raises NotFound, NotPermitted.
    """
    row = (
        Session.objects.select_for_update(of=("self",))
        .filter(pk=session_id, account__isnull=False)
        .select_related("account")
        .first()
    )
    if row is None:
        raise NotFound
    if row.account_id != actor.account_id:
        must_manage_official(actor, row.account_id, at)
    if row.revoked_at is not None:
        return
    Session.objects.filter(pk=row.pk).update(revoked_at=at, payload={})
    write_record(
        SignInAct.REVOKED, at=at, origin=origin, account_id=row.account_id, session_id=row.pk
    )
    audit.append(
        chain=f"account:{row.account.code}", at=at, act="revoke_session", actor=actor,
        payload={"session": row.pk},
    )  # fmt: skip
