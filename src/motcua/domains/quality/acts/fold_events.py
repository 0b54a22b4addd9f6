# SPDX-License-Identifier: Apache-2.0
"""Fold a batch of dossier events into facts and day counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import F

from motcua.domains.dossiers.queries.facts import FactRow, facts
from motcua.domains.payments import queries as payments
from motcua.domains.quality.judging import verdicts
from motcua.domains.quality.models import DayCount, DossierFact
from motcua.kit.clock import VN
from motcua.kit.relay import Told
from motcua.rules.workflow import Status

COUNTED = {
    "DossierSubmitted": "submitted",
    "DossierReceived": "received",
    "ResultReady": "ended",
    "ResultReturned": "returned",
}
Counts = Counter[tuple[int, date, str]]


@transaction.atomic
def fold_events(told: Sequence[Told]) -> None:
    """Bring facts and counts up to date; the relay marks the events told in the same transaction.

    Facts are read anew from the dossiers, so telling twice changes nothing; counts are exact
    because the batch commits as a whole.
    """
    newest = {event.subject: event.id for event in told}
    rows = facts(list(newest))
    owing = payments.with_obligation(list(newest))
    DossierFact.objects.bulk_create(
        [_fact(row, row.dossier_code in owing, newest[row.dossier_code]) for row in rows],
        update_conflicts=True,
        unique_fields=["dossier_code"],
        update_fields=[name for name in _columns() if name != "dossier_code"],
    )
    due = {row.dossier_code: row for row in rows}
    for (unit_id, on, column), number in _counts(told, due).items():
        counted, _ = DayCount.objects.get_or_create(unit_id=unit_id, on=on)
        DayCount.objects.filter(pk=counted.pk).update(**{column: F(column) + number})


def _columns() -> list[str]:
    return [field.name for field in DossierFact._meta.concrete_fields]


def _fact(row: FactRow, has_obligation: bool, event_id: int) -> DossierFact:
    promised, legal = verdicts(row)
    return DossierFact(
        **asdict(row), has_obligation=has_obligation, verdict=promised, legal_verdict=legal,
        last_event_id=event_id,
    )  # fmt: skip


def _counts(told: Sequence[Told], due: Mapping[str, FactRow]) -> Counts:
    counts: Counts = Counter()
    for event in told:
        column = COUNTED.get(event.topic)
        if column is None:
            continue
        key = (event.payload["competent_unit_id"], event.at.astimezone(VN).date())
        counts[*key, column] += 1
        if column == "ended" and _on_time(event, due.get(event.subject)):
            counts[*key, "ended_on_time"] += 1
    return counts


def _on_time(event: Told, row: FactRow | None) -> bool:
    decided = event.payload["status"] == Status.COMPLETED
    if not decided or row is None:
        return False
    return row.due_at is None or (row.ended_at or event.at) <= row.due_at
