# SPDX-License-Identifier: Apache-2.0
"""Ask other units in parallel while the dossier stays where it is."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import DossierConsulted
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Consultation
from motcua.domains.dossiers.reasons import stated
from motcua.domains.units import queries as units
from motcua.kit.faults import Fault
from motcua.rules.worktime import Limit, due


class NobodyAsked(Fault):
    """No unit was chosen."""

    sentence = gettext_lazy("Choose at least one unit to ask.")


class AskedAlready(Fault):
    """A chosen unit has an open question on this dossier, or is the asking unit itself."""

    status = 409
    sentence = gettext_lazy("One of these units was already asked, or handles the dossier itself.")


@ledger.act
def consult(*, by: By, code: str, unit_ids: Sequence[int], question: str, within: Limit) -> Outcome:
    """Send one question to each unit, due `within` from now; the clock of the dossier runs on.

    Raises NotPermitted, NotAllowedNow, NobodyAsked, AskedAlready. Emits: DossierConsulted.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    asked = sorted(set(unit_ids))
    if not asked:
        raise NobodyAsked
    after = ledger.same(case, "consult")
    _refuse_repeated(case, asked)
    due_at = due(received_at=by.at, limit=within, calendar=case.calendar)
    words = stated(question)
    Consultation.objects.bulk_create(
        Consultation(
            dossier_id=case.id, unit_id=units.agency(unit_id).id, question=words,
            asked_at=by.at, asked_by=by.actor.code, within=str(within), due_at=due_at,
        )
        for unit_id in asked
    )  # fmt: skip
    return ledger.write(
        case, after, by=by, act="consult", event=DossierConsulted, post=post,
        payload={"units": asked, "within": str(within), "due": due_at.isoformat()},
    )  # fmt: skip


def _refuse_repeated(case: Case, asked: Sequence[int]) -> None:
    open_ones = Consultation.objects.filter(dossier_id=case.id, unit_id__in=asked, answered_at=None)
    if case.competent_unit_id in asked or open_ones.exists():
        raise AskedAlready
