# SPDX-License-Identifier: Apache-2.0
"""What the service index needs to know of each petition. Source: Decision 766, 5.2 and 5.3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.support.models import Petition
from motcua.rules.petitions import NATIONAL, PetitionState


@dataclass(frozen=True, slots=True)
class PetitionFactRow:
    """Facts of one petition; `national_class` is waiting, processing or done.

    `resolve_due_at` tells whether an open one is overdue on any day; `late` that a clock was
    missed; `repeated` that it was reopened.
    """

    petition_code: str
    unit_id: int
    dossier_code: str
    source: str
    filed_at: datetime
    answered_at: datetime | None
    resolve_due_at: datetime
    national_class: str
    late: bool
    repeated: bool
    satisfied: bool | None


COLUMNS = (
    "code", "unit_id", "dossier_code", "source", "filed_at", "answered_at", "resolve_due_at",
    "state", "late", "reopened", "satisfied",
)  # fmt: skip


def facts(codes: Sequence[str]) -> tuple[PetitionFactRow, ...]:
    """Return the facts of these petitions; other codes are left out."""
    rows = Petition.objects.filter(code__in=codes).order_by("id").values_list(*COLUMNS)
    return tuple(
        PetitionFactRow(
            *row[:7], NATIONAL[PetitionState(row[7])][0], row[8], row[9] > 0, row[10]
        )
        for row in rows
    )  # fmt: skip
