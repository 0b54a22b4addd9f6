# SPDX-License-Identifier: Apache-2.0
"""End one's own session."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.people import keys
from motcua.domains.people.models import Session, SignInAct
from motcua.domains.people.origin import Origin
from motcua.domains.people.record import write_record


@transaction.atomic
def sign_out(*, key: str, origin: Origin, at: datetime) -> None:
    """Revoke the session with this key and empty it; nothing happens if it has ended already."""
    alive = Session.objects.select_for_update().filter(
        key_hash=keys.hash_of(key), revoked_at__isnull=True
    )
    row = alive.first()
    if row is None:
        return
    Session.objects.filter(pk=row.pk).update(revoked_at=at, payload={})
    if row.account_id is not None:
        write_record(
            SignInAct.SIGNED_OUT, at=at, origin=origin, account_id=row.account_id,
            session_id=row.pk,
        )  # fmt: skip
