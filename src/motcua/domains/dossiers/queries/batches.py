# SPDX-License-Identifier: Apache-2.0
"""Runs of one act over many dossiers, as the one who started them sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet

from motcua.domains.dossiers.models import BatchRow, BatchRun, Dossier
from motcua.domains.dossiers.models.batch import RowState
from motcua.kit.faults import NotFound


@dataclass(frozen=True, slots=True)
class BatchCard:
    """A run and how far it is."""

    id: int
    key: UUID
    verb: str
    choices: Mapping[str, Any]
    started_at: datetime
    finished_at: datetime | None
    cancelled_at: datetime | None
    volumes: Sequence[int]
    waiting: int
    done: int
    failed: int
    cancelled: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.waiting + self.done + self.failed + self.cancelled

    @property
    def worked(self) -> int:
        """How many have had their turn."""
        return self.rows - self.waiting


class FailedRow(NamedTuple):
    """A row that was refused, with the sentence."""

    dossier_code: str
    said: str
    attempt: int


_HEAD = (
    "id", "key", "verb", "choices", "started_at", "finished_at", "cancelled_at", "volumes",
)  # fmt: skip


def batch(key: UUID, account_id: int | None) -> BatchCard:
    """Return a run of this account. Raises NotFound."""
    runs = BatchRun.objects.filter(key=key, account_id=account_id)
    row = runs.values_list(*_HEAD).first()
    if row is None or account_id is None:
        raise NotFound
    return BatchCard(*row, **_counts([row[0]])[row[0]])


def own_batches(account_id: int | None, *, limit: int = 50) -> list[BatchCard]:
    """Return the newest runs of an account."""
    rows = BatchRun.objects.filter(account_id=account_id).order_by("-id").values_list(*_HEAD)
    found = list(rows[:limit])
    counts = _counts([row[0] for row in found])
    return [BatchCard(*row, **counts[row[0]]) for row in found]


def _counts(run_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    counted: dict[int, dict[str, int]] = {
        run_id: {state.name.lower(): 0 for state in RowState} for run_id in run_ids
    }
    rows = BatchRow.objects.filter(run_id__in=run_ids).values_list("run_id", "state")
    for run_id, state, number in rows.annotate(number=Count("id")):
        counted[run_id][RowState(state).name.lower()] = number
    return counted


def failed_rows(run_id: int, *, limit: int = 200) -> list[FailedRow]:
    """Return the first failed rows of a run, in their order."""
    rows = BatchRow.objects.filter(run_id=run_id, state=RowState.FAILED).order_by("place")
    return [FailedRow(*row) for row in rows.values_list(*FailedRow._fields)[:limit]]


FORMS_A_VOLUME = 200
"""So many printed forms to a PDF: it stays within what the vault and a browser take."""


def printed(run_id: int) -> list[int]:
    """Return the papers of the forms that a run has printed, in their order."""
    return list(_forms(run_id).values_list("paper_id", flat=True))


def printed_in(run_id: int, number: int) -> list[str]:
    """Return the codes of the dossiers whose forms stand in one volume, the first being 1."""
    start = (number - 1) * FORMS_A_VOLUME
    codes = _forms(run_id).values_list("dossier_code", flat=True)
    return list(codes[start : start + FORMS_A_VOLUME])


def _forms(run_id: int) -> QuerySet[BatchRow]:
    rows = BatchRow.objects.filter(run_id=run_id, state=RowState.DONE, paper__isnull=False)
    return rows.order_by("place")


class ChosenRow(NamedTuple):
    """Where a selected dossier stands, to say what may be done with it."""

    code: str
    version_id: int
    step: str
    back_step: str
    status: int
    desk_unit_id: int | None
    desk_role: str
    chain_seq: int


def chosen(codes: Sequence[str], unit_ids: Sequence[int]) -> list[ChosenRow]:
    """Return the selected dossiers that these units have to do with, in the order of the codes."""
    found = Dossier.objects.filter(code__in=codes)
    ours = (
        found.filter(competent_unit_id__in=unit_ids)
        | found.filter(receiving_unit_id__in=unit_ids)
        | found.filter(return_unit_id__in=unit_ids)
    )
    rows = {row[0]: ChosenRow(*row) for row in ours.values_list(*ChosenRow._fields)}
    return [rows[code] for code in codes if code in rows]


def lying() -> list[UUID]:
    """Return the runs that are not finished though no worker is at them, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.key FROM dossiers_batchrun r WHERE r.finished_at IS NULL"
            " AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory'"
            "   AND l.classid = 6230702 AND l.objid = r.id) ORDER BY r.id LIMIT 20"
        )
        return [row[0] for row in cursor.fetchall()]
