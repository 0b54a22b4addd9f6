# SPDX-License-Identifier: Apache-2.0
"""Which agencies decide dossiers of which procedure."""

from __future__ import annotations

from datetime import date

from motcua.domains.procedures.models import Certainty, Competence
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.periods import PeriodQuerySet


def competent_units(code: str, on: date | None = None) -> tuple[AgencyCard, ...]:
    """Return the agencies competent on a date (those without an end when not given)."""
    ids = set(_rows(on).filter(procedure_id=code).values_list("agency_id", flat=True))
    return tuple(card for card in units.agencies() if card.id in ids)


def is_competent(code: str, agency_id: int, on: date | None = None) -> bool:
    """Say whether an agency decides dossiers of a procedure."""
    return _rows(on).filter(procedure_id=code, agency_id=agency_id).exists()


def is_competence_certain(code: str) -> bool:
    """Say whether the catalogue itself names who is competent."""
    found = set(
        Competence.objects.filter(procedure_id=code).values_list("certainty", flat=True).distinct()
    )
    return found == {Certainty.REAL.value}


def _rows(on: date | None) -> PeriodQuerySet:
    rows = Competence.objects.all()
    return rows.filter(valid_to=None) if on is None else rows.on(on)
