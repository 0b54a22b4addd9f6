# SPDX-License-Identifier: Apache-2.0
"""Hand in a draft: the last click, safe to repeat."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import identity, signing
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.acts.submit_interlinked import submit_interlinked
from motcua.domains.dossiers.application import Application
from motcua.domains.dossiers.ledger import By, Outcome, outcome_of
from motcua.domains.dossiers.models import Attachment, CoSignature, Dossier, Draft
from motcua.domains.dossiers.models.co_signature import SigningState
from motcua.domains.dossiers.models.dossier import Channel, Source
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.groups import members
from motcua.kit.faults import Fault, NotFound
from motcua.rules.workflow import Status


class UnitMissing(Fault):
    """Nobody was chosen to handle the dossier."""

    sentence = gettext_lazy("Choose the unit that shall handle your dossier.")


@transaction.atomic
def submit_draft(*, by: By, draft_id: int, source: Source) -> Outcome:
    """Turn the draft into a dossier, or into a linkage of several, however often it is handed in.

    Raises NotFound, UnitMissing, IdentityTooLow, MandateTooNarrow, SignaturesMissing and the
    faults of `submit`.
    """
    draft = Draft.objects.select_for_update().filter(pk=draft_id).first()
    if draft is None:
        raise NotFound
    if draft.dossier_code:
        return _done(draft)
    if draft.competent_unit_id is None:
        raise UnitMissing
    version = procedures.version(draft.version_id)
    identity.must_have_level(by.actor, version.identity_level)
    identity.must_reach(by.actor, version.code)
    hand_in = submit_interlinked if members(draft.version_id) else submit
    outcome = hand_in(by=by, application=_application(draft, by, source))
    _take_signatures_over(draft, outcome.code)
    Draft.objects.filter(pk=draft.pk).update(
        dossier_code=outcome.code, answers=_what_was_signed(draft), saved_at=by.at
    )
    return outcome


def _what_was_signed(draft: Draft) -> dict[str, Any]:
    """Return what stays of the answers: all of them where somebody signed them, else nothing.

    The draft takes no change any more, so that it is the signers' copy whatever is added later.
    """
    signed = CoSignature.objects.filter(draft=draft, state=SigningState.CONFIRMED)
    return dict(draft.answers) if signed.exists() else {}


def _done(draft: Draft) -> Outcome:
    if members(draft.version_id):
        return Outcome(draft.dossier_code, int(Status.SUBMITTED), 1)
    return outcome_of(draft.dossier_code)


def _application(draft: Draft, by: By, source: Source) -> Application:
    papers = Attachment.objects.filter(draft=draft, replaced_at=None).order_by("id")
    return Application(
        version_id=draft.version_id,
        channel=Channel.ONLINE,
        answers=draft.answers,
        competent_unit_id=draft.competent_unit_id,
        papers=tuple(papers.values_list("component_code", "paper_id")),
        account_id=by.actor.account_id,
        signed=signing.must_be_signed(draft, by.actor),
        source=source,
    )


def _take_signatures_over(draft: Draft, code: str) -> None:
    if procedures.version(draft.version_id).signers and not members(draft.version_id):
        dossier = Dossier.objects.only("id").get(code=code)
        CoSignature.objects.filter(draft=draft).update(dossier=dossier)
