# SPDX-License-Identifier: Apache-2.0
"""Note when sessions were last seen, many in one statement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import connection


def touch_sessions(seen: Mapping[int, datetime]) -> None:
    """Move `last_seen_at` of each session id forward, never back."""
    if not seen:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_session AS s SET last_seen_at = seen.at"
            " FROM unnest(%s::bigint[], %s::timestamptz[]) AS seen(id, at)"
            " WHERE s.id = seen.id AND s.last_seen_at < seen.at",
            [list(seen), list(seen.values())],
        )
