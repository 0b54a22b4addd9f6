# SPDX-License-Identifier: Apache-2.0
"""Confirm what stands on a paper: number, issuer, dates."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.vault.kinds import PaperState
from motcua.domains.vault.models import Paper
from motcua.domains.vault.record import Record
from motcua.domains.vault.rights import chain_of, locked, post_of
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, ActorKind, Post
from motcua.kit.clock import VN
from motcua.kit.faults import NotAllowedNow


@transaction.atomic
def describe_paper(*, actor: Actor, at: datetime, key: UUID, code: UUID, record: Record) -> None:
    """Write the record over what was known; the file itself never changes.

    Officials may always; the person who handed the paper in (the face has made sure) only until an
    official has decided on it. The log keeps a digest, since the record is personal.
    Raises NotFound, NotPermitted, NotAllowedNow, RecordUnclear, DatesImpossible, KeyReused.
    """
    paper = locked(code)
    post = _post(actor, paper)
    columns = record.columns(on=at.astimezone(VN).date())
    if not idempotency.spend(key=key, act="describe_paper", actor=actor, subject=str(code), at=at):
        return
    Paper.objects.filter(pk=paper.pk).update(**columns)
    audit.append(
        chain=chain_of(code), at=at, act="describe_paper", actor=actor, post=post,
        payload={"record_sha256": audit.sha256_of(_plain(record))},
    )  # fmt: skip


def _post(actor: Actor, paper: Paper) -> Post | None:
    if actor.kind is ActorKind.OFFICIAL:
        return post_of(actor)
    if paper.state != PaperState.WAITING:
        raise NotAllowedNow
    return None


def _plain(record: Record) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(record).items()
    }
