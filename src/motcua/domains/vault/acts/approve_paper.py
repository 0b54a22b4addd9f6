# SPDX-License-Identifier: Apache-2.0
"""Confirm that a file is a true copy of the paper; from now on it may be used again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.rights import chain_of, locked, post_of
from motcua.domains.vault.scanning import must_be_readable
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotAllowedNow


class BelongsToNobody(Fault):
    """The paper lies in no dossier yet."""

    status = 409
    sentence = gettext_lazy("A paper can be confirmed only when it lies in a submitted dossier.")


@transaction.atomic
def approve_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID) -> None:
    """Set the paper's state to approved; a rejected one may be approved after all.

    Raises NotFound, NotPermitted, BelongsToNobody, NotAllowedNow for a revoked or replaced paper,
    Infected, StillScanned, KeyReused. Source: Circular 01/2023/TT-VPCP art. 9.
    """
    paper, post = locked(code), post_of(actor)
    if not idempotency.spend(key=key, act="approve_paper", actor=actor, subject=str(code), at=at):
        return
    if not paper.origin_dossier:
        raise BelongsToNobody
    if paper.revoked_at or paper.replaced_by_id:
        raise NotAllowedNow
    must_be_readable(paper.file.scan)
    if paper.state == PaperState.APPROVED:
        return
    Paper.objects.filter(pk=paper.pk).update(state=PaperState.APPROVED, reason="")
    audit.append(
        chain=chain_of(code), at=at, act="approve_paper", actor=actor, post=post,
        payload={"state": int(PaperState.APPROVED)},
    )  # fmt: skip
