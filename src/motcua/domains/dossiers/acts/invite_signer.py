# SPDX-License-Identifier: Apache-2.0
"""Invite somebody else to confirm an application before it is submitted."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import signing
from motcua.domains.dossiers.acts.save_draft import DraftClosed
from motcua.domains.dossiers.application import InvalidAnswers
from motcua.domains.dossiers.events import SignerInvited
from motcua.domains.dossiers.keys import new_signing_code
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.models import CoSignature, Draft
from motcua.domains.dossiers.models.co_signature import SigningState
from motcua.domains.dossiers.signing import Awaited
from motcua.domains.procedures import queries as procedures
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotFound
from motcua.rules import forms


class NobodyToInvite(Fault):
    """The form names no such signer, or it is the person who fills it in."""

    sentence = gettext_lazy("There is nobody to invite for this signature.")


@transaction.atomic
def invite_signer(*, by: By, draft_id: int, signer: str) -> str:
    """Return the code of the invitation; the person is the one the answers name, by number.

    Inviting again changes nothing while the invitation waits or holds; a declined one is asked
    anew, and another person's number makes it another invitation.
    Raises NotFound, DraftClosed, NobodyToInvite, InvalidAnswers while the form has faults.
    Emits: SignerInvited.
    """
    draft = Draft.objects.select_for_update().filter(pk=draft_id, expires_at__gt=by.at).first()
    if draft is None or draft.account_id is None or draft.account_id != by.actor.account_id:
        raise NotFound
    if draft.dossier_code:
        raise DraftClosed
    wanted = _wanted(draft, by, signer)
    row = CoSignature.objects.filter(draft=draft, signer=signer).first()
    if row is not None and _still_holds(row, wanted):
        return row.code
    row = row or CoSignature(draft=draft, signer=signer)
    row.code = new_signing_code()
    row.personal_id, row.full_name = wanted.personal_id, wanted.full_name
    row.state, row.way, row.reason, row.content_sha256 = SigningState.INVITED, "", "", ""
    row.invited_at, row.answered_at, row.answered_by = by.at, None, ""
    row.save()
    signing.note(row, by.actor, by.at, "invite_signer", SignerInvited, {})
    return row.code


def _wanted(draft: Draft, by: By, signer: str) -> Awaited:
    version = procedures.version(draft.version_id)
    on = by.at.astimezone(VN).date()
    result = forms.check(version.form, draft.answers, on=on, lookups=ReferenceLookups())
    if result.faults:
        raise InvalidAnswers(result.faults)
    for one in signing.awaited(draft, by.actor):
        if one.signer.name == signer and not one.is_filler and one.personal_id:
            return one
    raise NobodyToInvite


def _still_holds(row: CoSignature, wanted: Awaited) -> bool:
    return row.state != SigningState.DECLINED and row.personal_id == wanted.personal_id
