# SPDX-License-Identifier: Apache-2.0
"""Stop the work on a dossier for a stated reason."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import waive
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import DossierStopped
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import stated
from motcua.kit.access import Role


@ledger.act
def stop(*, by: By, code: str, reason: str) -> Outcome:
    """End the handling without a result; the competent unit's people decide it.

    What of the fee nobody has paid need not be paid any more.
    Raises NotPermitted, NotAllowedNow, ReasonMissing. Emits: DossierStopped.
    """
    case = ledger.lock(code, by)
    unit, actor = case.competent_unit_id, by.actor
    post = required(actor.post(Role.LEADER, unit) or actor.post(Role.SPECIALIST, unit))
    after = ledger.with_dues(ledger.move(case, "stop", by.at))
    waive(case, actor=by.actor, at=by.at)
    return ledger.write(
        case, after, by=by, act="stop", event=DossierStopped, post=post,
        payload={"action": "stop", "reason": stated(reason)},
    )  # fmt: skip
