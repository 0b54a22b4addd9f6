# SPDX-License-Identifier: Apache-2.0
"""What others may read of places, agencies and working time."""

from __future__ import annotations

from motcua.domains.units.queries.agencies import (
    AgencyCard,
    NameCard,
    agencies,
    agency,
    agency_by_code,
    names_of,
    one_stops,
    served_by,
)
from motcua.domains.units.queries.calendars import DayCard, special_days, work_calendar
from motcua.domains.units.queries.gazetteer import former_names, gazetteer
from motcua.domains.units.queries.places import (
    CommuneCard,
    FormerCard,
    ProvinceCard,
    commune,
    communes,
    former_units,
    province,
    provinces,
)

__all__ = [
    "AgencyCard",
    "CommuneCard",
    "DayCard",
    "FormerCard",
    "NameCard",
    "ProvinceCard",
    "agencies",
    "agency",
    "agency_by_code",
    "commune",
    "communes",
    "former_names",
    "former_units",
    "gazetteer",
    "names_of",
    "one_stops",
    "province",
    "provinces",
    "served_by",
    "special_days",
    "work_calendar",
]
