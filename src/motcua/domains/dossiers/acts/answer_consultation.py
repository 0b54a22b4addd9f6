# SPDX-License-Identifier: Apache-2.0
"""Answer another unit's question."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import ConsultationAnswered
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Consultation
from motcua.domains.dossiers.reasons import stated
from motcua.kit.access import Role
from motcua.kit.faults import NotFound


@ledger.act
def answer_consultation(*, by: By, code: str, unit_id: int, agrees: bool, answer: str) -> Outcome:
    """Write the answer of the asked unit; a late answer is kept and marked by its time.

    Raises NotPermitted, NotFound. Emits: ConsultationAnswered.
    """
    case = ledger.lock(code, by)
    actor = by.actor
    post = required(actor.post(Role.SPECIALIST, unit_id) or actor.post(Role.LEADER, unit_id))
    question = Consultation.objects.filter(
        dossier_id=case.id, unit_id=unit_id, answered_at=None
    ).first()
    if question is None:
        raise NotFound
    Consultation.objects.filter(pk=question.pk).update(
        answered_at=by.at, answered_by=actor.code, agrees=agrees, answer=stated(answer)
    )
    return ledger.write(
        case, case, by=by, act="answer_consultation", event=ConsultationAnswered, post=post,
        payload={"unit": unit_id, "agrees": agrees, "late": by.at > question.due_at},
    )  # fmt: skip
