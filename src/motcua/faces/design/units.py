# SPDX-License-Identifier: Apache-2.0
"""What units are called on every screen."""

from __future__ import annotations

from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.titles import active
from motcua.kit.faults import NotFound


def name_of(card: AgencyCard) -> str:
    """Return the name of an agency in the reader's language."""
    return card.name_en if active() == "en" and card.name_en else card.name_vi


def unit_name(unit_id: int) -> str:
    """Return the present name of a unit, "" for one that is no more."""
    try:
        return name_of(units.agency(unit_id))
    except NotFound:
        return ""
