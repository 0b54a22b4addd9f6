# SPDX-License-Identifier: Apache-2.0
"""Writing the record of sign-ins."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.people.models import SignInAct, SignInRecord
from motcua.domains.people.origin import Origin


def write_record(
    act: SignInAct,
    *,
    at: datetime,
    origin: Origin,
    account_id: int | None = None,
    session_id: int | None = None,
) -> None:
    """Write one line. Source: Decree 333/2026."""
    SignInRecord.objects.create(
        at=at, act=act, account_id=account_id, session_id=session_id,
        ip=origin.ip, port=origin.port, device=origin.device[:80],
    )  # fmt: skip
