# SPDX-License-Identifier: Apache-2.0
"""Give a result that the post brought back once more: at the counter, or by another parcel."""

from __future__ import annotations

from motcua.domains.dossiers import fetching, ledger
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import ResultGivenAgain
from motcua.domains.dossiers.fetching import Collector
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Parcel
from motcua.domains.dossiers.models.collection import ParcelState
from motcua.kit.access import Role
from motcua.kit.faults import NotAllowedNow


@ledger.act
def give_again(
    *, by: By, code: str, collector: Collector | None = None, tracking_number: str = ""
) -> Outcome:
    """Hand it over at the counter that sent it, or send it under a new number.

    The dossier stays returned, at the moment of the first try. Raises NotPermitted,
    NotAllowedNow, and what `return_result` raises for collector and number. Emits:
    ResultGivenAgain.
    """
    case = ledger.lock(code, by)
    last = Parcel.objects.filter(dossier_id=case.id).order_by("-id").first()
    if last is None or last.state != ParcelState.CAME_BACK:
        raise NotAllowedNow
    post = required(by.actor.post(Role.COUNTER, last.unit_id))
    kept: dict[str, str] = {}
    if tracking_number:
        kept = fetching.sent(case, by, post, tracking_number)
    elif collector is not None:
        kept = fetching.collected(case, by, post, collector)
    if not tracking_number:
        last.state, last.settled_at = ParcelState.FETCHED, by.at
        last.save(update_fields=["state", "settled_at"])
    return ledger.write(
        case, case, by=by, act="give_again", event=ResultGivenAgain, post=post, payload=kept
    )
