# SPDX-License-Identifier: Apache-2.0
"""Confirm an application that somebody else filled in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers import identity, invitations, signing
from motcua.domains.dossiers.events import SigningConfirmed
from motcua.domains.dossiers.models.co_signature import SigningState, SigningWay
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import NotFound


@transaction.atomic
def confirm_signing(*, actor: Actor, at: datetime, code: str, seen: str) -> None:
    """Confirm exactly the content whose fingerprint is `seen`; repeated, nothing more happens.

    Only the invited person, in their own name and with an e-ID of level 2.
    Raises NotFound, InvitationOver, IdentityTooLow, Stale. Emits: SigningConfirmed.
    """
    if actor.kind is not ActorKind.CITIZEN or actor.mandate is not None:
        raise NotFound
    draft, row = invitations.locked(code, signing.personal_id_of(actor), at)
    identity.must_have_level(actor, identity.SIGNING_LEVEL)
    invitations.must_have_seen(draft, seen)
    if row.state == SigningState.CONFIRMED and row.content_sha256 == seen:
        return
    row.state, row.way, row.content_sha256 = SigningState.CONFIRMED, SigningWay.EID, seen
    row.reason, row.answered_at, row.answered_by = "", at, actor.code
    row.save()
    signing.note(
        row, actor, at, "confirm_signing", SigningConfirmed, {"way": "eid", "content_sha256": seen}
    )
