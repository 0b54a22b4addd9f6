# SPDX-License-Identifier: Apache-2.0
"""Rate the handling of one's dossier, once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.events import DossierRated
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Rating
from motcua.domains.dossiers.reasons import optional
from motcua.kit.access import NotPermitted
from motcua.kit.faults import Fault, NotAllowedNow


class RatedBefore(Fault):
    """One vote per dossier."""

    status = 409
    sentence = gettext_lazy("You have already rated this dossier. Thank you.")


class StarsWrong(Fault):
    """Stars run from one to five."""

    sentence = gettext_lazy("Choose between one and five stars.")


@ledger.act
def rate(*, by: By, code: str, stars: int, comment: str = "") -> Outcome:
    """Write the applicant's vote after the dossier ended.

    Raises NotPermitted, NotAllowedNow, RatedBefore, StarsWrong. Emits: DossierRated.
    """
    case = ledger.lock(code, by)
    if not case.is_applicant(by.actor):
        raise NotPermitted
    if case.ended_at is None:
        raise NotAllowedNow
    if stars not in range(1, 6):
        raise StarsWrong
    if Rating.objects.filter(dossier_id=case.id).exists():
        raise RatedBefore
    Rating.objects.create(
        dossier_id=case.id, stars=stars, comment=optional(comment)[:1000], at=by.at
    )
    return ledger.write(
        case, case, by=by, act="rate", event=DossierRated, post=None, payload={"stars": stars}
    )
