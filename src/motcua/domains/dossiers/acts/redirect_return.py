# SPDX-License-Identifier: Apache-2.0
"""Return the result at another counter of the province than was agreed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import handing, ledger
from motcua.domains.dossiers.application import return_counter
from motcua.domains.dossiers.case import Case, changed
from motcua.domains.dossiers.events import ReturnRedirected
from motcua.domains.dossiers.keys import TRACKING
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.reasons import optional
from motcua.kit import seal
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import Fault, NotAllowedNow


class ReturnedThereAlready(Fault):
    """The new counter is the old one."""

    status = 409
    sentence = gettext_lazy("The result is returned at this counter already.")


class NotTheirs(NotPermitted):
    """What the applicant shows does not belong to the dossier."""

    sentence = gettext_lazy(
        "Neither the secret of a receipt nor the identity number shown belongs to this dossier."
        " Check both, and the code."
    )


@ledger.act
def redirect_return(
    *, by: By, code: str, unit_id: int, shown: str = "", reason: str = ""
) -> Outcome:
    """Make another one-stop centre the one that returns the result, at the applicant's wish.

    The applicant may do it, and the counters of receipt and return. The new counter itself may do
    it when the applicant stands before it: `shown` is then the secret of the receipt or the
    applicant's identity number. Raises NotPermitted, NotTheirs, NotAllowedNow,
    NotAReturnCounter, ReturnedThereAlready. Emits: ReturnRedirected.
    Source: Decree 118/2025/NĐ-CP (recalled).
    """
    case = ledger.lock(code, by)
    counter = return_counter(unit_id)
    post = None if case.is_applicant(by.actor) else _post(case, by.actor, unit_id, shown)
    if case.status in handing.OVER:
        raise NotAllowedNow
    if unit_id == case.return_unit_id:
        raise ReturnedThereAlready
    after = _moved(case, unit_id)
    Dossier.objects.filter(pk=case.id).update(return_unit_id=unit_id)
    said = ": ".join(filter(None, (counter.name_vi, optional(reason))))
    return ledger.write(
        case, after, by=by, act="redirect_return", event=ReturnRedirected, post=post,
        payload={"return_unit": unit_id, "note": said},
    )  # fmt: skip


def _post(case: Case, actor: Actor, unit_id: int, shown: str) -> Post:
    for known in (case.return_unit_id, case.receiving_unit_id):
        if post := actor.post(Role.COUNTER, known):
            return post
    here = actor.post(Role.COUNTER, unit_id)
    if here is None:
        raise NotPermitted
    if not is_shown_by_applicant(case.id, case.code, shown):
        raise NotTheirs
    return here


def is_shown_by_applicant(dossier_id: int, code: str, shown: str) -> bool:
    """Say whether what somebody shows is the secret of the receipt or the applicant's number."""
    number = Dossier.objects.values_list("applicant_id_number", flat=True).get(pk=dossier_id)
    typed = "".join(shown.split())
    return bool(typed) and (seal.fits(TRACKING, code, typed) or typed == number)


def _moved(case: Case, unit_id: int) -> Case:
    """Return the case with its new counter; a dossier waiting to be returned waits there."""
    moved = changed(case, return_unit_id=unit_id)
    desk_unit_id, desk_role = ledger.desk(moved)
    return changed(moved, desk_unit_id=desk_unit_id, desk_role=desk_role)
