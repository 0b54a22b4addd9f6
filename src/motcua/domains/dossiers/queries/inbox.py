# SPDX-License-Identifier: Apache-2.0
"""The desk: what lies before a person and their unit, most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from motcua.kit import sql
from motcua.kit.access import Post


class InboxRow(NamedTuple):
    """One line of the inbox; a plain tuple because sixty of them stand on every page."""

    id: int
    code: str
    procedure_code: str
    version_id: int
    applicant_name: str
    status: int
    step: str
    competent_unit_id: int
    receiving_unit_id: int
    submitted_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    queue_due_at: datetime
    ended_at: datetime | None
    step_due_at: datetime | None
    channel: int
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """Rows and the place after which the next page begins."""

    rows: Sequence[InboxRow]
    next: tuple[str, int] | None


SELECT = (
    "SELECT id, code, procedure_code, version_id, applicant_name, status, step, competent_unit_id,"
    " receiving_unit_id, submitted_at, received_at, due_at, queue_due_at, ended_at, step_due_at,"
    " channel, source"
    " FROM dossiers_dossier"
)

# One index walk per post, merged: flat however many dossiers the province has.
ONE_POST = (
    f"({SELECT} WHERE desk_unit_id = %s AND desk_role = %s"
    " AND (queue_due_at, id) > (%s::timestamptz, %s)"
)
OF_PROCEDURE = " AND procedure_code = %s"
OF_PERSON = (
    " AND EXISTS (SELECT FROM dossiers_assignment a WHERE a.dossier_id = dossiers_dossier.id"
    " AND a.account_id = %s AND a.step = dossiers_dossier.step)"
)
IN_ORDER = " ORDER BY queue_due_at, id LIMIT %s)"

BEGINNING = ("-infinity", 0)


def inbox(
    posts: Sequence[Post],
    *,
    after: tuple[str, int] | None = None,
    procedure_code: str = "",
    assigned_to: int | None = None,
    limit: int = 60,
) -> Page:
    """Return the dossiers lying before these posts, in the order of their due moments.

    A procedure code leaves only its dossiers, an account only those assigned to it.
    """
    chosen: dict[str, Any] = {OF_PROCEDURE: procedure_code, OF_PERSON: assigned_to}
    wanted = {words: value for words, value in chosen.items() if value}
    return walk(posts, "".join(wanted), list(wanted.values()), after=after, limit=limit)


def walk(
    posts: Sequence[Post],
    where: str,
    values: Sequence[Any],
    *,
    after: tuple[str, int] | None,
    limit: int,
) -> Page:
    """Return what lies before these posts and fits `where`, in the order of the due moments."""
    if not posts:
        return Page((), None)
    moment, last_id = after or BEGINNING
    together = " UNION ALL ".join([ONE_POST + where + IN_ORDER] * len(posts))
    query = f"SELECT * FROM ({together}) AS mine ORDER BY queue_due_at, id LIMIT %s"
    params: list[Any] = []
    for post in posts:
        params += [post.unit_id, post.role, moment, last_id, *values, limit + 1]
    found = sql.fetch_all(query, [*params, limit + 1])
    rows = [InboxRow(*row) for row in found[:limit]]
    return Page(rows, _place(rows[-1]) if len(found) > limit else None)


def _place(row: InboxRow) -> tuple[str, int]:
    return row.queue_due_at.isoformat(), row.id


WAITING_AT = (
    SELECT + " WHERE {unit} = ANY(%s) AND status IN (5, 6) AND id < %s ORDER BY id DESC LIMIT %s"
)
WAITING = (
    f"SELECT * FROM (({WAITING_AT.format(unit='competent_unit_id')})"
    f" UNION ({WAITING_AT.format(unit='receiving_unit_id')})) AS ours ORDER BY id DESC LIMIT %s"
)


def waiting(unit_ids: Sequence[int], *, before_id: int = 2**62, limit: int = 60) -> Page:
    """Return what these units handle or received that waits for the citizen, newest first."""
    once = [list(unit_ids), before_id, limit + 1]
    found = sql.fetch_all(WAITING, [*once, *once, limit + 1])
    rows = [InboxRow(*row) for row in found[:limit]]
    return Page(rows, ("", rows[-1].id) if len(found) > limit else None)


class QuestionRow(NamedTuple):
    """A question from another unit, waiting for an answer."""

    id: int
    code: str
    version_id: int
    unit_id: int
    question: str
    asked_at: datetime
    due_at: datetime


QUESTIONS = (
    "SELECT c.id, d.code, d.version_id, c.unit_id, c.question, c.asked_at, c.due_at"
    " FROM dossiers_consultation c JOIN dossiers_dossier d ON d.id = c.dossier_id"
    " WHERE c.unit_id = ANY(%s) AND c.answered_at IS NULL ORDER BY c.due_at, c.id LIMIT %s"
)


def questions(unit_ids: Sequence[int], *, limit: int = 60) -> list[QuestionRow]:
    """Return the open consultations of these units, most urgent first."""
    return [QuestionRow(*row) for row in sql.fetch_all(QUESTIONS, [list(unit_ids), limit])]
