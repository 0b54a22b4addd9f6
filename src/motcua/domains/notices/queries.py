# SPDX-License-Identifier: Apache-2.0
"""What somebody was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.domains.notices.models import Notice
from motcua.domains.notices.words import sentence


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice as pages show it."""

    words: str
    dossier_code: str
    at: datetime
    unread: bool


def latest(account_id: int, *, limit: int = 50) -> tuple[NoticeCard, ...]:
    """Return the newest notices of an account, in the active language."""
    rows = Notice.objects.filter(account_id=account_id).order_by("-id")[:limit]
    cards = rows.values_list("kind", "dossier_code", "at", "read_at")
    return tuple(
        NoticeCard(sentence(kind, code), code, at, not read) for kind, code, at, read in cards
    )


def unread_count(account_id: int) -> int:
    """Return how many notices wait, counting to 99 at most."""
    return Notice.objects.filter(account_id=account_id, read_at=None)[:99].count()
