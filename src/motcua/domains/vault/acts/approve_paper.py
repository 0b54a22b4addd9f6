# SPDX-License-Identifier: Apache-2.0
"""Confirm that a file is a true copy of the paper; from now on it may be used again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.record import Record, digest
from motcua.domains.vault.rights import chain_of, locked, post_for
from motcua.domains.vault.scanning import must_be_readable
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotAllowedNow


class BelongsToNobody(Fault):
    """The paper lies in no dossier yet."""

    status = 409
    sentence = gettext_lazy("A paper can be confirmed only when it lies in a submitted dossier.")


@transaction.atomic
def approve_paper(
    *, actor: Actor, at: datetime, key: UUID, code: UUID, record: Record | None = None
) -> None:
    """Set the paper's state to approved, and write what was confirmed to stand on it, if given.

    A rejected paper may be approved after all. Raises NotFound, NotPermitted, NotKeptByYou,
    BelongsToNobody, NotAllowedNow for a revoked or replaced paper, Infected, StillScanned,
    RecordUnclear, DatesImpossible, KeyReused. Source: Circular 01/2023/TT-VPCP art. 9.
    """
    paper = locked(code)
    if not paper.origin_dossier:
        raise BelongsToNobody
    post = post_for(actor, paper)
    columns = record.columns(on=at.astimezone(VN).date()) if record else {}
    if not idempotency.spend(key=key, act="approve_paper", actor=actor, subject=str(code), at=at):
        return
    if paper.revoked_at or paper.replaced_by_id:
        raise NotAllowedNow
    must_be_readable(paper.file.scan)
    if paper.state == PaperState.APPROVED and not record:
        return
    Paper.objects.filter(pk=paper.pk).update(state=PaperState.APPROVED, reason="", **columns)
    audit.append(
        chain=chain_of(code), at=at, act="approve_paper", actor=actor, post=post,
        payload={"state": int(PaperState.APPROVED)} | digest(record),
    )  # fmt: skip
