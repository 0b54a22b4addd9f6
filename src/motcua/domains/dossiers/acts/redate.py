# SPDX-License-Identifier: Apache-2.0
"""Move the due date of an open dossier to where a changed calendar puts it."""

from __future__ import annotations

from motcua.domains.dossiers import clocks, ledger
from motcua.domains.dossiers.case import Case, changed
from motcua.domains.dossiers.events import DossierRedated
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.traces import DUES
from motcua.domains.units import queries as units


@ledger.act
def redate(*, by: By, code: str, event_id: int) -> Outcome:
    """Derive the due dates anew; `event_id` is the change of the calendar that asks for it.

    An ended dossier keeps the dates of its time, and no date is moved to a moment that has passed.
    Where nothing moves nothing is written. Emits: DossierRedated.
    """
    case = ledger.lock(code, by)
    after = redated(case)
    if case.ended_at is not None or _dues(after) == _dues(case) or after.queue_due_at < by.at:
        return Outcome(case.code, case.status, case.chain_seq)
    return ledger.write(
        case, after, by=by, act="redate", event=DossierRedated, post=None,
        payload={"cause": event_id, "was": case.queue_due_at.isoformat()},
    )  # fmt: skip


def redated(case: Case) -> Case:
    """Return the case with due dates, and the time of its step, by the present calendar."""
    if case.received_at is None:
        calendar = units.work_calendar(case.receiving_unit_id)
        until = clocks.intake_due_at(case.submitted_at, calendar)
        return changed(case, queue_due_at=until, step_due_at=until)
    step_due_at = clocks.step_due_at(case.timed, case.step_since_at, case.calendar)
    return ledger.with_dues(changed(case, step_due_at=step_due_at))


def _dues(case: Case) -> list[object]:
    return [getattr(case, name) for name in DUES]
