# SPDX-License-Identifier: Apache-2.0
"""Paper between units: what is under way, who gave it and who confirmed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from motcua.domains.dossiers.models import DayCounter, Handover, HandoverRow
from motcua.domains.dossiers.models.handover import HandoverKind
from motcua.domains.units import queries as units
from motcua.kit import sql
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.rules.numbering import dossier_code
from motcua.rules.workflow import Status

DAYS_BACK = 7
MOST_A_DAY = 400
LISTS_SHOWN = 60


class HandoverLine(NamedTuple):
    """One journey of a dossier's paper; `settled_at` None: nobody has confirmed it yet."""

    handover_code: str
    kind: str
    from_unit_id: int
    to_unit_id: int
    given_at: datetime
    giver_name: str
    outcome: str
    settled_at: datetime | None
    settler_name: str
    reason: str


def of_dossier(dossier_code: str) -> tuple[HandoverLine, ...]:
    """Return the journeys of a dossier's paper in their order, for its page and control slip."""
    rows = HandoverRow.objects.filter(dossier__code=dossier_code).order_by("id")
    return tuple(
        HandoverLine(*row)
        for row in rows.values_list(
            "handover__code", "handover__kind", "handover__from_unit_id", "handover__to_unit_id",
            "handover__given_at", "handover__giver_name", "outcome", "settled_at", "settler_name",
            "reason",
        )
    )  # fmt: skip


class ListedDossier(NamedTuple):
    """One row of a list."""

    code: str
    version_id: int
    applicant_name: str
    components: Sequence[dict[str, object]]
    outcome: str
    settled_at: datetime | None
    settler_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class HandoverCard:
    """One list with its rows."""

    code: str
    kind: HandoverKind
    from_unit_id: int
    to_unit_id: int
    given_at: datetime
    giver_name: str
    closed_at: datetime | None
    rows: tuple[ListedDossier, ...]


def handover(code: str) -> HandoverCard:
    """Return a list, whoever asks: the caller decides who may see it. Raises NotFound."""
    row = Handover.objects.filter(code=code).first()
    if row is None:
        raise NotFound
    listed = row.rows.order_by("id").values_list(
        "dossier__code", "dossier__version_id", "dossier__applicant_name", "dossier__components",
        "outcome", "settled_at", "settler_name", "reason",
    )  # fmt: skip
    return HandoverCard(
        row.code, HandoverKind(row.kind), row.from_unit_id, row.to_unit_id, row.given_at,
        row.giver_name, row.closed_at, tuple(ListedDossier(*one) for one in listed),
    )  # fmt: skip


def may_see(actor: Actor, shown: HandoverCard) -> bool:
    """Say whether an official's units give or take by this list."""
    return bool(actor.working_units & {shown.from_unit_id, shown.to_unit_id})


class HandoverSummary(NamedTuple):
    """A list as one line of an overview."""

    code: str
    kind: str
    from_unit_id: int
    to_unit_id: int
    given_at: datetime
    giver_name: str
    rows: int
    open_rows: int
    refused_rows: int


SUMMARIES = """
SELECT h.code, h.kind, h.from_unit_id, h.to_unit_id, h.given_at, h.giver_name, count(*),
  count(*) FILTER (WHERE r.settled_at IS NULL), count(*) FILTER (WHERE r.outcome = 'refused')
FROM (SELECT * FROM dossiers_handover WHERE {where} ORDER BY id DESC LIMIT %s) AS h
JOIN dossiers_handoverrow r ON r.handover_id = h.id
GROUP BY h.id, h.code, h.kind, h.from_unit_id, h.to_unit_id, h.given_at, h.giver_name
ORDER BY h.id DESC
"""
TO_CONFIRM = SUMMARIES.format(where="to_unit_id = ANY(%s) AND closed_at IS NULL")
NOT_CONFIRMED = SUMMARIES.format(where="from_unit_id = ANY(%s) AND closed_at IS NULL")
SETTLED = SUMMARIES.format(
    where="(from_unit_id = ANY(%s) OR to_unit_id = ANY(%s)) AND closed_at IS NOT NULL"
)


def to_confirm(unit_ids: Sequence[int]) -> list[HandoverSummary]:
    """Return the lists whose paper these units have still to confirm, newest first."""
    return [HandoverSummary(*row) for row in sql.fetch_all(TO_CONFIRM, [[*unit_ids], LISTS_SHOWN])]


def not_confirmed(unit_ids: Sequence[int]) -> list[HandoverSummary]:
    """Return the lists of these units that nobody has confirmed whole yet, newest first."""
    rows = sql.fetch_all(NOT_CONFIRMED, [[*unit_ids], LISTS_SHOWN])
    return [HandoverSummary(*row) for row in rows]


def settled(unit_ids: Sequence[int]) -> list[HandoverSummary]:
    """Return the newest lists of these units of which every row is settled."""
    ours = list(unit_ids)
    rows = sql.fetch_all(SETTLED, [ours, ours, LISTS_SHOWN])
    return [HandoverSummary(*row) for row in rows]


WAITING = """
SELECT (SELECT count(*) FROM dossiers_handover WHERE to_unit_id = ANY(%s) AND closed_at IS NULL),
  (SELECT count(*) FROM dossiers_handover WHERE from_unit_id = ANY(%s) AND closed_at IS NULL)
"""


def waiting(unit_ids: Sequence[int]) -> tuple[int, int]:
    """Return how many lists these units have to confirm, and how many of theirs wait."""
    row = sql.fetch_one(WAITING, [list(unit_ids), list(unit_ids)])
    return (row[0], row[1]) if row else (0, 0)


class ToGive(NamedTuple):
    """A dossier whose paper may be put on a list."""

    code: str
    version_id: int
    applicant_name: str
    to_unit_id: int
    at: datetime


PAPERS = """
SELECT d.code, d.version_id, d.applicant_name, d.competent_unit_id, d.received_at
FROM dossiers_dossier d
WHERE d.code = ANY(%s) AND d.receiving_unit_id = %s AND d.status IN (2, 4)
  AND d.components <> '[]'::jsonb
  AND NOT EXISTS (SELECT FROM dossiers_handoverrow r JOIN dossiers_handover h
    ON h.id = r.handover_id AND h.kind = 'papers'
    WHERE r.dossier_id = d.id AND r.outcome <> 'refused')
ORDER BY d.received_at, d.id
"""
RESULTS = """
SELECT d.code, d.version_id, d.applicant_name, d.return_unit_id, d.step_since_at
FROM dossiers_dossier d
WHERE d.desk_unit_id = ANY(%s) AND d.desk_role = 'counter' AND d.status = %s
  AND d.competent_unit_id = %s
  AND NOT EXISTS (SELECT FROM dossiers_handoverrow r JOIN dossiers_handover h
    ON h.id = r.handover_id AND h.kind = 'results'
    WHERE r.dossier_id = d.id AND r.outcome <> 'refused')
ORDER BY d.queue_due_at, d.id LIMIT 200
"""


def papers_to_give(unit_id: int, on: date) -> list[ToGive]:
    """Return what this counter took in on paper during the last days and gave to nobody yet.

    The codes of those days are known from their numbers, so no list of dossiers is walked.
    """
    agency_code = units.agency(unit_id).code
    days = DayCounter.objects.filter(
        agency_code=agency_code, on__gt=on - timedelta(days=DAYS_BACK), on__lte=on
    )
    codes = [
        dossier_code(agency_code, day.on, number)
        for day in days
        for number in range(1, min(day.last, MOST_A_DAY) + 1)
    ]
    return [ToGive(*row) for row in sql.fetch_all(PAPERS, [codes, unit_id])]


def results_to_give(unit_id: int) -> list[ToGive]:
    """Return what this unit decided and its one-stop centre waits for, the most urgent first.

    Results returned elsewhere are found by their codes.
    """
    centre = units.agency(unit_id).one_stop_id
    values = [[centre] if centre else [], int(Status.COMPLETED), unit_id]
    return [ToGive(*row) for row in sql.fetch_all(RESULTS, values)]
