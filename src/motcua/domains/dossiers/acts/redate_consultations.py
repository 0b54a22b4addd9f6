# SPDX-License-Identifier: Apache-2.0
"""Move the answer dates of open questions to where a changed calendar puts them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import ConsultationRedated
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Consultation
from motcua.rules.worktime import due, parse_limit


@ledger.act
def redate_consultations(*, by: By, code: str, event_id: int) -> Outcome:
    """Derive the answer dates anew; `event_id` is the change of the calendar that asks for it.

    Only questions whose time still runs, and none to a moment that has passed; those asked before
    their limit was written down keep their date, as do all of an ended dossier. Where nothing moves
    nothing is written. Emits: ConsultationRedated.
    """
    case = ledger.lock(code, by)
    moved = () if case.ended_at is not None else tuple(_moved(case, by.at))
    if not moved:
        return Outcome(case.code, case.status, case.chain_seq)
    for question, due_at in moved:
        Consultation.objects.filter(pk=question.pk).update(due_at=due_at)
    stated = [
        {"unit": one.unit_id, "was": one.due_at.isoformat(), "due": due_at.isoformat()}
        for one, due_at in moved
    ]
    return ledger.write(
        case, case, by=by, act="redate_consultations", event=ConsultationRedated, post=None,
        payload={"cause": event_id, "questions": stated},
    )  # fmt: skip


def _moved(case: Case, at: datetime) -> Iterator[tuple[Consultation, datetime]]:
    """Yield the questions that get another date, and that date."""
    running = Consultation.objects.filter(dossier_id=case.id, answered_at=None, due_at__gt=at)
    for question in running.exclude(within="").order_by("unit_id"):
        limit = parse_limit(question.within)
        due_at = due(received_at=question.asked_at, limit=limit, calendar=case.calendar)
        if due_at != question.due_at and due_at >= at:
            yield question, due_at
