# SPDX-License-Identifier: Apache-2.0
"""Accept a dossier at the counter: the clock starts and the bill is written."""

from __future__ import annotations

from dataclasses import replace

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.billing import bill, must_be_paid_to_receive
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import DossierReceived
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Dossier


@ledger.act
def receive(*, by: By, code: str, external_number: str = "") -> Outcome:
    """Accept the dossier; both limits of its version become due moments.

    Raises NotPermitted, NotAllowedNow, PayFirst. Emits: DossierReceived, BillIssued.
    Source: Decree 118/2025/NĐ-CP (recalled).
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    after = ledger.move(case, "receive", by.at)
    must_be_paid_to_receive(case)
    after = ledger.with_dues(replace(after, received_at=by.at))
    if external_number:
        Dossier.objects.filter(pk=case.id).update(external_number=external_number[:60])
    _bill(case, by)
    return ledger.write(
        case, after, by=by, act="receive", event=DossierReceived, post=post,
        payload={"action": "receive"},
    )  # fmt: skip


def _bill(case: Case, by: By) -> None:
    row = Dossier.objects.values_list("answers", "channel").get(pk=case.id)
    bill(
        case.version, actor=by.actor, at=by.at, code=case.code, unit_id=case.competent_unit_id,
        answers=row[0], channel=row[1],
    )  # fmt: skip
