# SPDX-License-Identifier: Apache-2.0
"""Second supplements that wait for a leader, or were declined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domains.dossiers.models import SecondRequest


@dataclass(frozen=True, slots=True)
class SecondRequestCard:
    """What an officer wants to ask a second time, and what the leader said."""

    requested_at: datetime
    officer_name: str
    until_on: date
    guide: str
    items: Sequence[Mapping[str, str]]
    reason: str
    decided_at: datetime | None
    approved: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class WaitingDecision:
    """A dossier whose second supplement waits for the leader of its unit."""

    code: str
    version_id: int
    requested_at: datetime
    officer_name: str
    reason: str


def second_requests(dossier_id: int) -> tuple[SecondRequestCard, ...]:
    """Return the second requests of a dossier, in their order."""
    rows = SecondRequest.objects.filter(dossier_id=dossier_id).order_by("id")
    return tuple(SecondRequestCard(*row) for row in rows.values_list(*SecondRequestCard.__slots__))


def to_decide(unit_ids: Sequence[int], *, limit: int = 100) -> tuple[WaitingDecision, ...]:
    """Return what waits for the leaders of these units, the longest waiting first."""
    rows = SecondRequest.objects.filter(
        decided_at=None, dossier__competent_unit_id__in=unit_ids
    ).order_by("requested_at")
    fields = ("dossier__code", "dossier__version_id", "requested_at", "officer_name", "reason")
    return tuple(WaitingDecision(*row) for row in rows.values_list(*fields)[:limit])
