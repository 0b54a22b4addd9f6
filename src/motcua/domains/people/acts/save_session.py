# SPDX-License-Identifier: Apache-2.0
"""Keep what a page wants to remember of a browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.domains.people import keys
from motcua.domains.people.models import Session


def save_session(*, key: str, payload: Mapping[str, Any]) -> bool:
    """Replace the payload; False when the session has been revoked or purged meanwhile."""
    alive = Session.objects.filter(key_hash=keys.hash_of(key), revoked_at__isnull=True)
    return alive.update(payload=dict(payload)) == 1
