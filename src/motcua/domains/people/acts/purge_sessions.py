# SPDX-License-Identifier: Apache-2.0
"""Delete sessions that ended long enough ago; the record of sign-ins stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from motcua.domains.people.models import Session, UnknownName

KEPT = timedelta(days=30)


def purge_sessions(*, at: datetime) -> int:
    """Return how many sessions were deleted: guests' when expired, others a month later."""
    guests = Q(account__isnull=True, expires_at__lt=at)
    ended = Q(expires_at__lt=at - KEPT) | Q(revoked_at__lt=at - KEPT)
    count, _ = Session.objects.filter(guests | ended).delete()
    UnknownName.objects.filter(last_failed_at__lt=at - KEPT).delete()
    return count
