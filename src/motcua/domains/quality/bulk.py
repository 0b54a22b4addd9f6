# SPDX-License-Identifier: Apache-2.0
"""Facts and day counts of many dossiers that came without events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import connection

from motcua.domains.dossiers.queries.facts import FactRow
from motcua.domains.quality.judging import verdicts
from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.queries import COLUMNS as COUNTED
from motcua.kit.clock import VN
from motcua.kit.copying import copy_rows
from motcua.rules.workflow import Status

FACT = (
    *FactRow.__slots__, "has_obligation", "paid_online", "verdict", "legal_verdict",
    "last_event_id",
)  # fmt: skip
DECIDED = (Status.COMPLETED, Status.RETURNED)
ADD = (
    'INSERT INTO quality_daycount AS d (unit_id, "on", submitted, received, ended, ended_on_time,'
    " returned) SELECT * FROM unnest(%s::bigint[], %s::date[], %s::int[], %s::int[], %s::int[],"
    ' %s::int[], %s::int[]) ON CONFLICT (unit_id, "on") DO UPDATE SET'
    + ",".join(f" {name} = d.{name} + excluded.{name}" for name in COUNTED)
)
Counts = Counter[tuple[int, date, str]]


def write_facts(rows: Sequence[FactRow], obliged: Sequence[bool]) -> None:
    """Write the facts of new dossiers and add them to the days, in the caller's transaction.

    `obliged` says for each whether it had something to pay.
    """
    facts = [  # made before the copy begins: a verdict may ask the database for a calendar
        (*(getattr(row, name) for name in FactRow.__slots__), owes, False, *verdicts(row), 0)
        for row, owes in zip(rows, obliged, strict=True)
    ]
    copy_rows(DossierFact._meta.db_table, FACT, facts)
    _add(Counter(key for row in rows for key in _counted(row)))


def _counted(row: FactRow) -> Iterator[tuple[int, date, str]]:
    ended_at = row.ended_at if row.status in DECIDED else None
    moments = (row.submitted_at, row.received_at, ended_at, row.returned_at)
    for name, at in zip(("submitted", "received", "ended", "returned"), moments, strict=True):
        if at is not None:
            yield row.competent_unit_id, _day(at), name
    if ended_at is not None and (row.due_at is None or ended_at <= row.due_at):
        yield row.competent_unit_id, _day(ended_at), "ended_on_time"


def _day(at: datetime) -> date:
    return at.astimezone(VN).date()


def _add(counts: Counts) -> None:
    days = sorted({(unit_id, on) for unit_id, on, _ in counts})
    columns = [[unit_id for unit_id, _ in days], [on for _, on in days]]
    columns += [[counts[unit_id, on, name] for unit_id, on in days] for name in COUNTED]
    with connection.cursor() as cursor:
        cursor.execute(ADD, columns)
