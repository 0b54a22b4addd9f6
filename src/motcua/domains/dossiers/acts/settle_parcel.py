# SPDX-License-Identifier: Apache-2.0
"""Write down what became of a result given to the post."""

from __future__ import annotations

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import ParcelSettled
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Parcel
from motcua.domains.dossiers.models.collection import ParcelState
from motcua.domains.dossiers.reasons import optional, stated
from motcua.kit.access import Role
from motcua.kit.faults import NotAllowedNow


@ledger.act
def settle_parcel(*, by: By, code: str, delivered: bool, note: str = "") -> Outcome:
    """Mark the parcel under way as delivered, or as come back, which needs a note why.

    The counter that sent it says so. Raises NotPermitted, NotAllowedNow, ReasonMissing. Emits:
    ParcelSettled.
    """
    case = ledger.lock(code, by)
    parcel = Parcel.objects.filter(dossier_id=case.id, state=ParcelState.SENT).first()
    if parcel is None:
        raise NotAllowedNow
    post = required(by.actor.post(Role.COUNTER, parcel.unit_id))
    parcel.note = optional(note) if delivered else stated(note)
    parcel.state = ParcelState.DELIVERED if delivered else ParcelState.CAME_BACK
    parcel.settled_at, parcel.settled_by = by.at, by.actor.code
    parcel.save()
    said = ": ".join(filter(None, (parcel.tracking_number, parcel.note)))
    return ledger.write(
        case, case, by=by, act=f"parcel_{parcel.state}", event=ParcelSettled, post=post,
        payload={"note": said},
    )  # fmt: skip
