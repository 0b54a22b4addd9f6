# SPDX-License-Identifier: Apache-2.0
"""What was true of a dossier at the end of any past day, from its log alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.ledger import chain_of
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.replay import Entry, replay
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from motcua.rules.workflow import Clock, clock
from motcua.rules.worktime import verdict

BATCH = 1_000
PAUSED = "paused"
ALLOWED_REQUESTS = 1


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """A dossier as it stood when a day ended in Vietnam.

    `verdict` is one of rules.worktime.Verdict, `paused`, or "" without a time limit; before
    acceptance it is that of the time to accept. `late_for_index` counts supplement requests.
    """

    code: str
    on: date
    step: str
    status: int
    received_at: datetime | None
    legal_due_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    verdict: str
    late_for_index: bool


def verdict_on(code: str, on: date) -> PastVerdict:
    """Return what the log says of the end of that day.

    A result handed over on paper counts from its true moment, whenever it was recorded.
    Raises NotFound for a dossier that did not exist yet.
    """
    links = AuditEntry.objects.filter(chain=chain_of(code)).order_by("seq")
    entries = links.values_list("at", "act", "payload")
    return _verdict(code, on, list(entries))


def verdicts_on(on: date) -> Counter[str]:
    """Return how many dossiers stood how at the end of that day; works through the whole log."""
    counts: Counter[str] = Counter()
    last_id, ends_at = 0, _end(on)
    while rows := _rows(last_id, ends_at):
        for row_id, code in rows:
            last_id = row_id
            counts[verdict_on(code, on).verdict or "no_limit"] += 1
    return counts


def _rows(last_id: int, ends_at: datetime) -> list[tuple[int, str]]:
    rows = Dossier.objects.filter(id__gt=last_id, submitted_at__lt=ends_at).order_by("id")
    return list(rows.values_list("id", "code")[:BATCH])


def _end(on: date) -> datetime:
    return datetime.combine(on + timedelta(days=1), time(), VN)


def _verdict(code: str, on: date, entries: list[Entry]) -> PastVerdict:
    ends_at = _end(on)
    known = [entry for entry in entries if _happened_at(entry) < ends_at]
    if not known:
        raise NotFound
    case = replay(code, known)
    asked = sum(1 for _, _, payload in known if payload.get("action") == "ask_supplement")
    return PastVerdict(
        code, on, case.step, case.status, case.received_at, case.legal_due_at, case.due_at,
        case.ended_at, _said(case, ends_at), asked > ALLOWED_REQUESTS,
    )  # fmt: skip


def _happened_at(entry: Entry) -> datetime:
    at, act, payload = entry
    return datetime.fromisoformat(payload["handed_at"]) if act == "record_paper_first" else at


def _said(case: Case, ends_at: datetime) -> str:
    position = case.position
    if case.ended_at is None and clock(case.version.workflow, position) is Clock.PAUSED:
        return PAUSED
    starts, due_at, unit_id = case.received_at, case.due_at, case.competent_unit_id
    if starts is None:
        starts, due_at, unit_id = case.submitted_at, case.queue_due_at, case.receiving_unit_id
    if due_at is None:
        return ""
    return verdict(
        due_at=due_at, ended_at=case.ended_at, at=ends_at, received_at=starts,
        calendar=units.work_calendar(unit_id),
    ).value  # fmt: skip
