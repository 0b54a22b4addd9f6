# SPDX-License-Identifier: Apache-2.0
"""What an adapter of a partner promises."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID


class Adapter(Protocol):
    """Carries one operation out and writes its effect by an act of the domain it serves."""

    def __call__(self, *, subject: str, correlation_id: UUID, at: datetime) -> str:
        """Return the outcome as a short code. Raises PartnerFault."""
