# SPDX-License-Identifier: Apache-2.0
"""Which centre an address means."""

from __future__ import annotations

from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.faults import NotFound


def centre(code: str) -> AgencyCard:
    """Return the centre with a code, or the one that receives for the unit. Raises NotFound."""
    card = units.agency_by_code(code)
    if card.kind == "service_centre":
        return card
    if card.one_stop_id is None:
        raise NotFound
    return units.agency(card.one_stop_id)
