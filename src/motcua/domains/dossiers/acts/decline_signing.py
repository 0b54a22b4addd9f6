# SPDX-License-Identifier: Apache-2.0
"""Decline to confirm an application, with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers import invitations, signing
from motcua.domains.dossiers.events import SigningDeclined
from motcua.domains.dossiers.models.co_signature import SigningState, SigningWay
from motcua.domains.dossiers.reasons import stated
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound


@transaction.atomic
def decline_signing(*, actor: Actor, at: datetime, code: str, reason: str) -> None:
    """Say no, also after having said yes, as long as it is not submitted.

    Raises NotFound, InvitationOver and the faults of `reasons.stated`. Emits: SigningDeclined.
    """
    if actor.kind is not ActorKind.CITIZEN or actor.mandate is not None:
        raise NotFound
    _, row = invitations.locked(code, signing.personal_id_of(actor), at)
    words = stated(reason)
    if row.state == SigningState.DECLINED:
        return
    row.state, row.way, row.content_sha256 = SigningState.DECLINED, SigningWay.EID, ""
    row.reason, row.answered_at, row.answered_by = words, at, actor.code
    row.save()
    signing.note(row, actor, at, "decline_signing", SigningDeclined, {})
