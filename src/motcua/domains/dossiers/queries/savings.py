# SPDX-License-Identifier: Apache-2.0
"""Days that were promised and saved against the law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.dossiers.models import Dossier
from motcua.domains.units import queries as units
from motcua.rules.workflow import Status
from motcua.rules.worktime import working_minutes_between


@dataclass(frozen=True, slots=True)
class Savings:
    """Sums over decided dossiers with a legal limit, in working days of their units.

    `promised_days`: law minus promise. `saved_days`: law minus true end, of those that were
    earlier; `lost_days` of those that were later.
    """

    dossiers: int
    promised_days: float
    saved_days: float
    lost_days: float

    @property
    def balance_days(self) -> float:
        """Return what was saved, less what was lost."""
        return self.saved_days - self.lost_days


def savings(codes: Sequence[str]) -> Savings:
    """Return the sums over those of these dossiers that were decided or returned."""
    rows = Dossier.objects.filter(
        code__in=codes, legal_due_at__isnull=False, ended_at__isnull=False,
        status__in=[Status.PROCESSING, Status.COMPLETED, Status.RETURNED],
    )  # fmt: skip
    fields = rows.values_list("competent_unit_id", "legal_due_at", "due_at", "ended_at")
    promised, kept = [], []
    for unit_id, legal_due_at, due_at, ended_at in fields:
        promised.append(_days(due_at, legal_due_at, unit_id))
        kept.append(_days(ended_at, legal_due_at, unit_id))
    return Savings(
        len(kept), sum(promised), sum(max(one, 0.0) for one in kept),
        sum(max(-one, 0.0) for one in kept),
    )  # fmt: skip


def _days(start: datetime, end: datetime, unit_id: int) -> float:
    """Return the working days between two moments; negative when the end comes first."""
    calendar = units.work_calendar(unit_id)
    return working_minutes_between(start, end, calendar) / calendar.hours.minutes
