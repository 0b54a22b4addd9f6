# SPDX-License-Identifier: Apache-2.0
"""Ask the leader to allow a second supplement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.acts.ask_supplement import Item, answerable, checked
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import SecondSupplementRequested
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import SecondRequest, SupplementRequest
from motcua.domains.dossiers.reasons import optional, stated
from motcua.kit.faults import Fault

MOST = 2


class NoFirstRequest(Fault):
    """Nothing was asked yet."""

    status = 409
    sentence = gettext_lazy("No supplement was asked yet: ask for it without the leader.")


class NoThirdRequest(Fault):
    """Two requests are all there can be."""

    status = 409
    sentence = gettext_lazy("A supplement was asked twice; the applicant is not asked again.")


class RequestedAlready(Fault):
    """The leader has not decided yet."""

    status = 409
    sentence = gettext_lazy("A second supplement already waits for the leader's decision.")


@ledger.act
def request_second_supplement(
    *, by: By, code: str, items: Sequence[Item], until_on: date, reason: str, guide: str = ""
) -> Outcome:
    """Lay a second request before the leader; the dossier stays where it is and its clock runs.

    Raises NotPermitted, NotAllowedNow, NoFirstRequest, NoThirdRequest, RequestedAlready and the
    faults of `ask_supplement`. Emits: SecondSupplementRequested.
    Source: Decision 766/QĐ-TTg: more than one request makes a dossier late.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    ledger.same(case, "ask_supplement")
    _refuse_other_than_second(case)
    SecondRequest.objects.create(
        dossier_id=case.id, requested_at=by.at, requested_by=by.actor.code,
        officer_name=by.actor.name, until_on=answerable(until_on, by.at), guide=optional(guide),
        items=checked(case, items), reason=stated(reason),
    )  # fmt: skip
    return ledger.write(
        case, case, by=by, act="request_second_supplement", event=SecondSupplementRequested,
        post=post, payload={"targets": [item.target for item in items], "reason": stated(reason)},
    )  # fmt: skip


def _refuse_other_than_second(case: Case) -> None:
    asked = SupplementRequest.objects.filter(dossier_id=case.id).count()
    if asked == 0 or case.ended_at is not None:
        raise NoFirstRequest
    if asked >= MOST:
        raise NoThirdRequest
    if SecondRequest.objects.filter(dossier_id=case.id, decided_at=None).exists():
        raise RequestedAlready
