# SPDX-License-Identifier: Apache-2.0
"""Remember that somebody has read their notices."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.notices.models import Notice


def mark_read(*, account_id: int, at: datetime) -> int:
    """Mark all unread notices of the account; returns how many."""
    return Notice.objects.filter(account_id=account_id, read_at=None).update(read_at=at)
