# SPDX-License-Identifier: Apache-2.0
"""Take the validity of a paper away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.vault.models import Paper
from motcua.domains.vault.reasons import stated
from motcua.domains.vault.rights import REVOKERS, chain_of, locked, post_for
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def revoke_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID, reason: str) -> None:
    """Note that and why the paper was revoked; dossiers that used it before keep it.

    Raises NotFound, NotPermitted, NotKeptByYou, ReasonMissing, NotAllowedNow when it was revoked,
    KeyReused.
    """
    paper = locked(code)
    post, why = post_for(actor, paper, REVOKERS), stated(reason)
    if not idempotency.spend(key=key, act="revoke_paper", actor=actor, subject=str(code), at=at):
        return
    if paper.revoked_at:
        raise NotAllowedNow
    Paper.objects.filter(pk=paper.pk).update(revoked_at=at, reason=why)
    audit.append(
        chain=chain_of(code), at=at, act="revoke_paper", actor=actor, post=post,
        payload={"reason": why},
    )  # fmt: skip
