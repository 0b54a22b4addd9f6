# SPDX-License-Identifier: Apache-2.0
"""End a session without a word: a guest who has signed in needs the old row no more."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.people import keys
from motcua.domains.people.models import Session


def end_session(*, key: str, at: datetime) -> None:
    """Delete a guest's row; revoke and empty a person's, which stays in the record."""
    row = Session.objects.filter(key_hash=keys.hash_of(key), revoked_at__isnull=True)
    row.filter(account__isnull=True).delete()
    row.filter(account__isnull=False).update(revoked_at=at, payload={})
