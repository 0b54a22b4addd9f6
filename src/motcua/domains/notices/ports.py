# SPDX-License-Identifier: Apache-2.0
"""What carries messages out of the house."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Dispatcher(Protocol):
    """Takes one message over, inside the caller's transaction; it is sent later, by a worker."""

    def __call__(self, *, message_id: int, at: datetime) -> None:
        """Queue the sending of a message."""
