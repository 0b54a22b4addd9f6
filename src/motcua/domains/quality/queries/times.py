# SPDX-License-Identifier: Apache-2.0
"""How long dossiers really took: measured, never promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domains.quality.models import DossierFact
from motcua.domains.units import queries as units
from motcua.rules.workflow import Status
from motcua.rules.worktime import working_minutes_between

FEWEST = 5  # fewer cases say nothing, and would tell about single people
MOST = 300
SINCE = timedelta(days=365)
DECIDED = (Status.COMPLETED, Status.RETURNED)


@dataclass(frozen=True, slots=True)
class Measured:
    """Working minutes from acceptance to the result, waiting for supplements included.

    Half of the dossiers took `p50_minutes` or less, nine in ten `p90_minutes` or less; `synthetic`
    says that invented dossiers are among them.
    """

    cases: int
    p50_minutes: int
    p90_minutes: int
    synthetic: bool


def measured(procedure_code: str, unit_id: int, *, at: datetime) -> Measured | None:
    """Return how long the newest dossiers of a year took at this unit; None for too few."""
    rows = DossierFact.objects.filter(
        procedure_code=procedure_code, competent_unit_id=unit_id, ended_at__gt=at - SINCE,
        ended_at__lte=at, received_at__isnull=False, status__in=DECIDED,
    )  # fmt: skip
    facts = list(rows.order_by("-ended_at").values_list("received_at", "ended_at", "source")[:MOST])
    if len(facts) < FEWEST:
        return None
    calendar = units.work_calendar(unit_id)
    took = sorted(working_minutes_between(begun, ended, calendar) for begun, ended, _ in facts)
    return Measured(
        cases=len(took),
        p50_minutes=nearest_rank(took, 50),
        p90_minutes=nearest_rank(took, 90),
        synthetic=any(source == "synthetic" for *_, source in facts),
    )


def nearest_rank(ordered: Sequence[int], percent: int) -> int:
    """Return the smallest value that `percent` of a hundred values do not exceed."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
