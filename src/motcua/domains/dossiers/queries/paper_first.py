# SPDX-License-Identifier: Apache-2.0
"""Results handed over on paper before the system caught up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.domains.dossiers.models import PaperFirst


@dataclass(frozen=True, slots=True)
class PaperFirstCard:
    """One hand-over: when, to whom, why, who recorded it, and whether the system has caught up."""

    code: str
    version_id: int
    applicant_name: str
    status: int
    source: str
    competent_unit_id: int
    handed_at: datetime
    handed_to: str
    why: str
    scan_code: UUID
    recorded_at: datetime
    officer_name: str
    reconciled_at: datetime | None
    note: str


_FIELDS = (
    "dossier__code", "dossier__version_id", "dossier__applicant_name", "dossier__status",
    "dossier__source", "dossier__competent_unit_id", "handed_at", "handed_to", "why",
    "scan__code", "recorded_at", "officer_name", "reconciled_at", "note",
)  # fmt: skip


def to_reconcile(unit_ids: Sequence[int], *, limit: int = 200) -> tuple[PaperFirstCard, ...]:
    """Return the daily list of these units, handling or receiving, the longest waiting first."""
    ours = Q(dossier__competent_unit_id__in=unit_ids) | Q(dossier__receiving_unit_id__in=unit_ids)
    rows = PaperFirst.objects.filter(
        ours | Q(dossier__return_unit_id__in=unit_ids), reconciled_at=None
    )
    return _cards(rows.order_by("recorded_at", "id")[:limit])


def paper_first(dossier_id: int) -> PaperFirstCard | None:
    """Return the hand-over of one dossier, if there was one."""
    return next(iter(_cards(PaperFirst.objects.filter(dossier_id=dossier_id))), None)


def _cards(rows: QuerySet[PaperFirst]) -> tuple[PaperFirstCard, ...]:
    return tuple(PaperFirstCard(*row) for row in rows.values_list(*_FIELDS))
