# SPDX-License-Identifier: Apache-2.0
"""Warn officials of due dates that come near or have passed, once per level and due date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from motcua.domains.dossiers.events import DossierAlerted
from motcua.domains.dossiers.models import AlertLevel
from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.kit import sql
from motcua.kit.access import SYSTEM, Role
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.kit.faults import NotFound
from motcua.rules.workflow import Status
from motcua.rules.worktime import Verdict, limit_minutes, parse_limit, verdict
from motcua.rules.worktime import working_minutes_between as minutes_between

BATCH = 500
DAY = parse_limit("1wd")
RUNNING = [int(Status.RECEIVED), int(Status.PROCESSING)]

# More than can be due soon: the working calendar has the last word. A longest holiday fits in.
NEAR = """
SELECT d.id, d.code, d.competent_unit_id, d.desk_unit_id, d.desk_role, d.received_at, d.due_at
FROM dossiers_dossier d
WHERE d.id > %(after)s AND d.desk_unit_id IS NOT NULL AND d.ended_at IS NULL
  AND d.status = ANY(%(running)s)
  AND d.due_at <= %(at)s + (d.due_at - d.received_at) * 0.35 + interval '14 days'
  AND NOT EXISTS (SELECT FROM dossiers_alert a
    WHERE a.dossier_id = d.id AND a.due_at = d.due_at AND a.level = 3)
ORDER BY d.id LIMIT %(batch)s
"""
RAISE = """
INSERT INTO dossiers_alert (dossier_id, level, due_at, unit_id, role, at)
SELECT u.*, %(at)s FROM unnest(%(ids)s::bigint[], %(levels)s::smallint[], %(dues)s::timestamptz[],
  %(units)s::bigint[], %(roles)s::text[]) u
ON CONFLICT DO NOTHING RETURNING dossier_id, level
"""


class Near(NamedTuple):
    """An open dossier whose due date may be near or past."""

    id: int
    code: str
    competent_unit_id: int
    desk_unit_id: int
    desk_role: str
    received_at: datetime
    due_at: datetime


class _Wanted(NamedTuple):
    near: Near
    level: AlertLevel
    unit_id: int
    role: str


@transaction.atomic
def raise_alerts(*, at: datetime, after: int = 0) -> int | None:
    """Raise what is due among the next dossiers; return after which to go on, None at the end.

    The desk is warned at the last working day or fifth of the time, the leader when the due date
    has passed, the director a working day later. Emits: DossierAlerted.
    """
    values = {"after": after, "at": at, "batch": BATCH, "running": RUNNING}
    rows = [Near(*row) for row in sql.fetch_all(NEAR, values)]
    directors = _directors(at)
    wanted = [one for near in rows for one in _wanted(near, at, directors)]
    for one in _new(wanted, at):
        emit(
            DossierAlerted(
                subject=one.near.code, at=at, actor_code=SYSTEM.code, level=int(one.level),
                unit_id=one.unit_id, role=one.role,
            )
        )  # fmt: skip
    return rows[-1].id if len(rows) == BATCH else None


def levels(near: Near, at: datetime) -> Iterator[AlertLevel]:
    """Yield the levels that a dossier has reached."""
    calendar = units.work_calendar(near.competent_unit_id)
    state = verdict(
        due_at=near.due_at, ended_at=None, at=at, received_at=near.received_at, calendar=calendar
    )
    if state is Verdict.DUE_SOON:
        yield AlertLevel.DUE_SOON
    if state is Verdict.OVERDUE:
        yield AlertLevel.OVERDUE
        if minutes_between(near.due_at, at, calendar) >= limit_minutes(DAY, calendar):
            yield AlertLevel.OVERDUE_A_DAY


def _wanted(near: Near, at: datetime, directors: Sequence[int]) -> Iterator[_Wanted]:
    for level in levels(near, at):
        if level is AlertLevel.DUE_SOON:
            yield _Wanted(near, level, near.desk_unit_id, near.desk_role)
        elif level is AlertLevel.OVERDUE:
            yield _Wanted(near, level, near.competent_unit_id, Role.LEADER)
        else:
            yield _Wanted(near, level, _directed_by(near, directors), Role.DIRECTOR)


def _directors(at: datetime) -> list[int]:
    """Return the units that have a director."""
    posts = people.everybody(on=at.astimezone(VN).date())
    return sorted({post.unit_id for post in posts if post.role == Role.DIRECTOR})


def _directed_by(near: Near, directors: Sequence[int]) -> int:
    """Return the unit whose director answers: its own, that of its one-stop, or the first."""
    unit_id = near.competent_unit_id
    try:
        own = (unit_id, units.agency(unit_id).one_stop_id, units.agency(unit_id).parent_id)
    except NotFound:
        own = (unit_id,)
    return next((one for one in own if one in directors), next(iter(directors), unit_id))


def _new(wanted: Sequence[_Wanted], at: datetime) -> list[_Wanted]:
    """Write the alerts and return those that had not been raised before."""
    values = {
        "at": at,
        "ids": [one.near.id for one in wanted],
        "levels": [int(one.level) for one in wanted],
        "dues": [one.near.due_at for one in wanted],
        "units": [one.unit_id for one in wanted],
        "roles": [str(one.role) for one in wanted],
    }
    raised = set(sql.fetch_all(RAISE, values)) if wanted else set()
    return [one for one in wanted if (one.near.id, int(one.level)) in raised]
