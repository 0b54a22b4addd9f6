# SPDX-License-Identifier: Apache-2.0
"""Say that the system has caught up with a result on paper."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.events import PaperFirstReconciled
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import PaperFirst
from motcua.domains.dossiers.reasons import optional
from motcua.kit.access import Role
from motcua.kit.faults import Fault
from motcua.rules.workflow import Status


class NotOnTheList(Fault):
    """Nothing was handed over on paper first, or it is reconciled already."""

    status = 409
    sentence = gettext_lazy("This dossier does not wait to be reconciled.")


class OwnRecord(Fault):
    """The actor recorded the hand-over that is to be confirmed."""

    status = 403
    sentence = gettext_lazy(
        "You recorded this hand-over yourself, so somebody else must confirm it: another leader of"
        " the unit, or another stand-in."
    )


class StepsOpen(Fault):
    """The system's own steps are not done."""

    status = 409
    sentence = gettext_lazy("Finish the steps of the dossier first, up to the returned result.")


@ledger.act
def reconcile_paper_first(*, by: By, code: str, note: str = "") -> Outcome:
    """Take the dossier off the daily list; the leader in charge answers for it.

    Who recorded it, and so set the end of the dossier, does not confirm it.
    Raises NotPermitted, NotOnTheList, OwnRecord, StepsOpen. Emits: PaperFirstReconciled.
    """
    case = ledger.lock(code, by)
    post = required(by.actor.post(Role.LEADER, case.competent_unit_id))
    waiting = PaperFirst.objects.filter(dossier_id=case.id, reconciled_at=None)
    recorded = waiting.first()
    if recorded is None:
        raise NotOnTheList
    if recorded.recorded_by == by.actor.code:
        raise OwnRecord
    if case.status != Status.RETURNED:
        raise StepsOpen
    words = optional(note)
    waiting.update(reconciled_at=by.at, reconciled_by=by.actor.code, note=words)
    return ledger.write(
        case, case, by=by, act="reconcile_paper_first", event=PaperFirstReconciled, post=post,
        payload={"note": words},
    )  # fmt: skip
