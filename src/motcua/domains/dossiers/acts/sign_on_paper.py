# SPDX-License-Identifier: Apache-2.0
"""Record at the counter that an invited person has signed on paper, in person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.dossiers import invitations, signing
from motcua.domains.dossiers.events import SigningConfirmed
from motcua.domains.dossiers.models.co_signature import SigningState, SigningWay
from motcua.kit.access import Actor, NotPermitted, Role


@transaction.atomic
def sign_on_paper(*, actor: Actor, at: datetime, code: str, personal_id: str, seen: str) -> None:
    """Confirm for a person whose identity a counter officer has checked.

    Any counter of the province may. Raises NotPermitted, NotFound when code and number do not
    belong together, InvitationOver, Stale. Emits: SigningConfirmed.
    """
    if not actor.posts_as(Role.COUNTER):
        raise NotPermitted
    draft, row = invitations.locked(code, personal_id, at)
    invitations.must_have_seen(draft, seen)
    if row.state == SigningState.CONFIRMED and row.content_sha256 == seen:
        return
    row.state, row.way, row.content_sha256 = SigningState.CONFIRMED, SigningWay.PAPER, seen
    row.reason, row.answered_at, row.answered_by = "", at, actor.code
    row.save()
    signing.note(
        row, actor, at, "sign_on_paper", SigningConfirmed, {"way": "paper", "content_sha256": seen}
    )
