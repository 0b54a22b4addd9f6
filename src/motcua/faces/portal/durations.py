# SPDX-License-Identifier: Apache-2.0
"""How long a procedure really takes at one unit, in the words of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.domains.quality.queries.times import measured
from motcua.domains.units import queries as units
from motcua.faces.design.units import name_of
from motcua.faces.portal import wording


@dataclass(frozen=True, slots=True)
class Durations:
    """What is said beside the legal time; without cases only the name of the unit."""

    unit: str
    cases: int
    half: str
    most: str
    synthetic: bool


def measured_view(procedure_code: str, unit_id: int, at: datetime) -> Durations:
    """Return the measured times of a unit."""
    unit = name_of(units.agency(unit_id))
    found = measured(procedure_code, unit_id, at=at)
    if found is None:
        return Durations(unit, 0, "", "", synthetic=False)
    return Durations(
        unit=unit,
        cases=found.cases,
        half=wording.minutes_words(found.p50_minutes),
        most=wording.minutes_words(found.p90_minutes),
        synthetic=found.synthetic,
    )
