# SPDX-License-Identifier: Apache-2.0
"""Take a dossier to its next step: hand over, propose, approve, send back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import must_be_paid_to_leave
from motcua.domains.dossiers.events import DossierAdvanced, ResultReady
from motcua.domains.dossiers.four_eyes import refuse_own_proposal
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import optional
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.rules.workflow import Status

ACTS_OF_THEIR_OWN = frozenset(
    {"receive", "refuse", "ask_supplement", "resume", "stop", "withdraw", "return_result"}
)


class StillConsulting(Fault):
    """Units were asked and have time left to answer."""

    status = 409
    sentence = gettext_lazy("Other units were asked and still have time to answer.")


@ledger.act
def advance(*, by: By, code: str, action: str, note: str = "") -> Outcome:
    """Take one authored action of the present step.

    A consulted unit holds the dossier until it answers or its own time is over. Nobody approves
    an own proposal. Raises NotPermitted, NotAllowedNow, OwnProposal, PayFirst, StillConsulting.
    Emits: DossierAdvanced or ResultReady.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    if action in ACTS_OF_THEIR_OWN:
        raise NotAllowedNow
    after = ledger.with_dues(ledger.move(case, action, by.at))
    refuse_own_proposal(case, by.actor, action)
    must_be_paid_to_leave(case)
    if case.open_consultations:
        raise StillConsulting
    decided = after.status == Status.COMPLETED and case.status != Status.COMPLETED
    payload = {"action": action, "note": optional(note)} if note else {"action": action}
    return ledger.write(
        case, after, by=by, act="advance", event=ResultReady if decided else DossierAdvanced,
        post=post, payload=payload,
    )  # fmt: skip
