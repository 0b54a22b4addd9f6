# SPDX-License-Identifier: Apache-2.0
"""What every command of a person carries into its act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.kit.access import Actor
from motcua.kit.clock import VN


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, when and under which command key; `seen` is the chain position the form showed."""

    actor: Actor
    at: datetime
    key: UUID
    seen: int | None = None

    @property
    def on(self) -> date:
        """The day in Vietnam."""
        return self.at.astimezone(VN).date()
