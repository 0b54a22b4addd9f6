# SPDX-License-Identifier: Apache-2.0
"""What this domain tells the others."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanged(Event):
    """Working days changed from `first_on` (ISO date) on; `agency_id` None means for all units."""

    first_on: str
    agency_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRenamed(Event):
    """An agency bears another name from `from_on` (ISO date) on."""

    agency_id: int
    from_on: str
