# SPDX-License-Identifier: Apache-2.0
"""Take back one's own last step, soon and while nobody has built on it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case, changed, required
from motcua.domains.dossiers.events import DossierRolledBack
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import stated
from motcua.domains.dossiers.replay import replay
from motcua.domains.payments import queries as payments
from motcua.kit.faults import Fault
from motcua.kit.models import AuditEntry
from motcua.rules.workflow import StepKind
from motcua.rules.worktime import limit_minutes, parse_limit, working_minutes_between

# Only a step inside the house can be taken back. What the applicant or the treasury holds in hand
# cannot: an appointment slip (receive), a letter (refuse, ask_supplement, extend, stop), a decision
# (approve), a result, money.
REVERSIBLE = frozenset({"advance"})
WITHIN = parse_limit("1wd")


class NotYourLast(Fault):
    """Somebody else has acted since."""

    status = 409
    sentence = gettext_lazy("The last act on this dossier is not yours; it stays.")


class NotReversible(Fault):
    """The act reached somebody outside the office, or was no step from desk to desk."""

    status = 409
    sentence = gettext_lazy(
        "Only a step from desk to desk can be taken back; this act was none, or has reached the"
        " applicant."
    )


class PaidStep(Fault):
    """Money was moved."""

    status = 409
    sentence = gettext_lazy("Money was paid at this step; it cannot be taken back.")


class TooLateToRollBack(Fault):
    """A working day is over."""

    status = 409
    sentence = gettext_lazy("More than one working day has passed; the step stays.")


@ledger.act
def roll_back(*, by: By, code: str, reason: str) -> Outcome:
    """Put the dossier back to where it was before the actor's own last step.

    The log keeps the step and says that it was taken back; clocks run as if it had not been done.
    Raises NotPermitted, NotYourLast, NotReversible, PaidStep, TooLateToRollBack, ReasonMissing.
    Emits: DossierRolledBack.
    """
    case = ledger.lock(code, by)
    *earlier, last = AuditEntry.objects.filter(chain=ledger.chain_of(code)).order_by("seq")
    if last.actor_code != by.actor.code:
        raise NotYourLast
    before = replay(code, ((one.at, one.act, one.payload) for one in earlier)) if earlier else case
    _refuse_irrevocable(case, before, last)
    most = limit_minutes(WITHIN, case.calendar)
    if working_minutes_between(last.at, by.at, case.calendar) > most:
        raise TooLateToRollBack
    post = required(by.actor.post(before.desk_role, before.desk_unit_id or 0))
    return ledger.write(
        case, _as_before(case, before), by=by, act="roll_back", event=DossierRolledBack,
        post=post, payload={"undoes": last.seq, "reason": stated(reason)},
    )  # fmt: skip


def _refuse_irrevocable(case: Case, before: Case, last: AuditEntry) -> None:
    if last.act not in REVERSIBLE or case.status in ledger.ENDING:
        raise NotReversible
    if before.here.kind is StepKind.PAYMENT or _paid_since(case.code, last.at):
        raise PaidStep


def _paid_since(code: str, at: datetime) -> bool:
    bill = payments.bill_of(code)
    return bill is not None and any(receipt.at >= at for receipt in bill.receipts)


def _as_before(case: Case, before: Case) -> Case:
    """Return the case standing where it stood, its due dates by the calendar of today."""
    return ledger.with_dues(
        changed(
            case,
            step=before.step,
            back_step=before.back_step,
            status=before.status,
            desk_unit_id=before.desk_unit_id,
            desk_role=before.desk_role,
            step_since_at=before.step_since_at,
            step_due_at=before.step_due_at,
            pauses=before.pauses,
        )
    )
