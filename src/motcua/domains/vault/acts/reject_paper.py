# SPDX-License-Identifier: Apache-2.0
"""Say that a file is no good copy of the paper."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.reasons import stated
from motcua.domains.vault.rights import chain_of, locked, post_for
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def reject_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID, reason: str) -> None:
    """Set the paper's state to rejected: it stays in its dossier and is never offered again.

    Raises NotFound, NotPermitted, NotKeptByYou, ReasonMissing, NotAllowedNow for a revoked paper,
    KeyReused.
    """
    paper = locked(code)
    post, why = post_for(actor, paper), stated(reason)
    if not idempotency.spend(key=key, act="reject_paper", actor=actor, subject=str(code), at=at):
        return
    if paper.revoked_at:
        raise NotAllowedNow
    Paper.objects.filter(pk=paper.pk).update(state=PaperState.REJECTED, reason=why)
    audit.append(
        chain=chain_of(code), at=at, act="reject_paper", actor=actor, post=post,
        payload={"state": int(PaperState.REJECTED), "reason": why},
    )  # fmt: skip
