# SPDX-License-Identifier: Apache-2.0
"""Take a dossier past its payment step when the money has come."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import must_be_paid_to_leave
from motcua.domains.dossiers.events import DossierAdvanced
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.kit.access import ActorKind, NotPermitted
from motcua.kit.faults import NotAllowedNow
from motcua.rules.workflow import StepKind


@ledger.act
def pass_payment(*, by: By, code: str) -> Outcome:
    """Take the step's only way on, in the system's own name; nobody need look at the till first.

    Raises NotPermitted, NotAllowedNow when it does not wait for this payment, PayFirst.
    Emits: DossierAdvanced.
    """
    if by.actor.kind is not ActorKind.SYSTEM:
        raise NotPermitted
    case = ledger.lock(code, by)
    ways = tuple(case.here.actions)
    waits = case.here.kind is StepKind.PAYMENT and case.version.payment == "middle"
    if not waits or len(ways) != 1:
        raise NotAllowedNow
    must_be_paid_to_leave(case)
    after = ledger.with_dues(ledger.move(case, ways[0], by.at))
    return ledger.write(
        case, after, by=by, act="advance", event=DossierAdvanced, post=None,
        payload={"action": ways[0]},
    )  # fmt: skip
