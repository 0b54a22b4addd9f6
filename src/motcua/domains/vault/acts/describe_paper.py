# SPDX-License-Identifier: Apache-2.0
"""Confirm what stands on a paper: number, issuer, dates."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.record import Record, digest
from motcua.domains.vault.rights import chain_of, locked, post_for
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, ActorKind, Post
from motcua.kit.clock import VN
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def describe_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID, record: Record) -> None:
    """Write the record over what was known; the file itself never changes.

    Officials of the units that answer for its dossier may always; the person who handed it in (the
    face has made sure) only until a dossier has taken it in. The log keeps a digest, since the
    record is personal. Raises NotFound, NotPermitted, NotKeptByYou, NotAllowedNow, RecordUnclear,
    DatesImpossible, KeyReused.
    """
    paper = locked(code)
    post = _post(actor, paper)
    columns = record.columns(on=at.astimezone(VN).date())
    if not idempotency.spend(key=key, act="describe_paper", actor=actor, subject=str(code), at=at):
        return
    Paper.objects.filter(pk=paper.pk).update(**columns)
    audit.append(
        chain=chain_of(code), at=at, act="describe_paper", actor=actor, post=post,
        payload=digest(record),
    )  # fmt: skip


def _post(actor: Actor, paper: Paper) -> Post | None:
    if actor.kind is ActorKind.OFFICIAL:
        return post_for(actor, paper)
    if paper.origin_dossier or paper.state != PaperState.WAITING:
        raise NotAllowedNow
    return None
