# SPDX-License-Identifier: Apache-2.0
"""Tables of the units domain."""

from __future__ import annotations

from motcua.domains.units.models.agency import Agency, AgencyKind, AgencyLevel, AgencyName, CodeKind
from motcua.domains.units.models.calendar import CalendarDay, DayKind, OfficeHours
from motcua.domains.units.models.place import (
    Commune,
    CommuneName,
    FormerUnit,
    PlaceKind,
    Province,
    ProvinceName,
)
from motcua.domains.units.models.state import ReferenceState

__all__ = [
    "Agency",
    "AgencyKind",
    "AgencyLevel",
    "AgencyName",
    "CalendarDay",
    "CodeKind",
    "Commune",
    "CommuneName",
    "DayKind",
    "FormerUnit",
    "OfficeHours",
    "PlaceKind",
    "Province",
    "ProvinceName",
    "ReferenceState",
]
