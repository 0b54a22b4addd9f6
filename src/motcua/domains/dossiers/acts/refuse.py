# SPDX-License-Identifier: Apache-2.0
"""Refuse a dossier at the counter, with the reason."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import waive
from motcua.domains.dossiers.events import DossierRefused
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.reasons import stated


@ledger.act
def refuse(*, by: By, code: str, reason: str) -> Outcome:
    """Refuse before acceptance; the reason is shown to the applicant.

    What of the fee nobody has paid need not be paid any more.
    Raises NotPermitted, NotAllowedNow, ReasonMissing. Emits: DossierRefused.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    after = ledger.move(case, "refuse", by.at)
    waive(case, actor=by.actor, at=by.at)
    return ledger.write(
        case, after, by=by, act="refuse", event=DossierRefused, post=post,
        payload={"action": "refuse", "reason": stated(reason)},
    )  # fmt: skip
