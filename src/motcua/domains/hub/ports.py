# SPDX-License-Identifier: Apache-2.0
"""What an adapter of a partner promises, and how it says that a call failed."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID


class PartnerFault(Exception):  # noqa: N818
    """A call that failed; `outcome` is a short code for the log, without anything personal.

    `again` says whether repeating the same call later may help.
    """

    def __init__(self, outcome: str, *, again: bool) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.again = again


class Adapter(Protocol):
    """Carries one operation out and writes its effect by an act of the domain it serves."""

    def __call__(self, *, subject: str, correlation_id: UUID, at: datetime) -> str:
        """Return the outcome as a short code. Raises PartnerFault."""
