# SPDX-License-Identifier: Apache-2.0
"""Allow a second supplement, or not."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.acts.ask_supplement import answerable, is_late
from motcua.domains.dossiers.case import Case, required
from motcua.domains.dossiers.events import SecondSupplementDeclined, SupplementAsked
from motcua.domains.dossiers.four_eyes import OwnProposal
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import SecondRequest, SupplementRequest
from motcua.domains.dossiers.reasons import optional
from motcua.kit.access import Post, Role
from motcua.kit.faults import Fault


class NothingRequested(Fault):
    """No second supplement waits for a decision."""

    status = 409
    sentence = gettext_lazy("No second supplement waits for a decision.")


@ledger.act
def decide_second_supplement(
    *, by: By, code: str, approves: bool, note: str = "", until_on: date | None = None
) -> Outcome:
    """Decide as leader of the competent unit; an approved request goes to the applicant at once.

    The leader may give another day than the officer proposed. A second request makes the dossier
    late for the service index, whatever its due date. Nobody approves an own request.
    Raises NotPermitted, NotAllowedNow, NothingRequested, OwnProposal, DateTooEarly.
    Emits: SupplementAsked or SecondSupplementDeclined.
    Source: Decision 766/QĐ-TTg; Decree 61/2018/NĐ-CP art. 19 (recalled).
    """
    case = ledger.lock(code, by)
    post = required(by.actor.post(Role.LEADER, case.competent_unit_id))
    request = SecondRequest.objects.filter(dossier_id=case.id, decided_at=None).first()
    if request is None:
        raise NothingRequested
    if approves and request.requested_by == by.actor.code:
        raise OwnProposal
    words = optional(note)
    decided = SecondRequest.objects.filter(pk=request.pk)
    decided.update(decided_at=by.at, decided_by=by.actor.code, approved=approves, note=words)
    if approves:
        return _send(case, request, by, post, until_on or request.until_on)
    return ledger.write(
        case, case, by=by, act="decide_second_supplement", event=SecondSupplementDeclined,
        post=post, payload={"approves": False, "note": words},
    )  # fmt: skip


def _send(case: Case, request: SecondRequest, by: By, post: Post, until_on: date) -> Outcome:
    after = ledger.move(case, "ask_supplement", by.at)
    SupplementRequest.objects.create(
        dossier_id=case.id, asked_at=by.at, asked_by=request.requested_by,
        officer_name=request.officer_name, until_on=answerable(until_on, by.at),
        guide=request.guide, items=request.items, late=is_late(case, by.at),
        approved_by=by.actor.code,
    )  # fmt: skip
    targets = [item["target"] for item in request.items]
    return ledger.write(
        case, after, by=by, act="decide_second_supplement", event=SupplementAsked, post=post,
        payload={
            "action": "ask_supplement", "approves": True, "second": True, "targets": targets,
        },
    )  # fmt: skip
