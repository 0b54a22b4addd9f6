# SPDX-License-Identifier: Apache-2.0
"""Take a dossier back at the applicant's wish."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import waive
from motcua.domains.dossiers.events import DossierWithdrawn
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import optional


@ledger.act
def withdraw(*, by: By, code: str, reason: str = "") -> Outcome:
    """End the handling because the applicant wants it; a counter officer may do it for them.

    What of the fee nobody has paid need not be paid any more.
    Raises NotPermitted, NotAllowedNow. Emits: DossierWithdrawn.
    """
    case = ledger.lock(code, by)
    post = None if case.is_applicant(by.actor) else case.counter_post(by.actor)
    after = ledger.with_dues(ledger.move(case, "withdraw", by.at))
    waive(case, actor=by.actor, at=by.at)
    return ledger.write(
        case, after, by=by, act="withdraw", event=DossierWithdrawn, post=post,
        payload={"action": "withdraw", "reason": optional(reason)},
    )  # fmt: skip
