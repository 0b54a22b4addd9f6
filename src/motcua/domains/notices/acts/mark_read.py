# SPDX-License-Identifier: Apache-2.0
"""Remember that somebody has read their notices."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.notices.models import Notice
from motcua.kit.access import Actor, NotPermitted


def mark_read(*, actor: Actor, at: datetime) -> int:
    """Mark all unread notices of the actor's account; returns how many.

    Raises NotPermitted for a representative who may read only some of them.
    """
    if actor.mandate is not None and not actor.mandate.is_whole:
        raise NotPermitted
    account_id = actor.account_id
    return Notice.objects.filter(account_id=account_id, read_at=None).update(read_at=at)
