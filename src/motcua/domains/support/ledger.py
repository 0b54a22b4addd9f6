# SPDX-License-Identifier: Apache-2.0
"""Locks a petition for one act and writes what the act did: row, history, log, event, key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.domains.support.commands import Outcome
from motcua.domains.support.events import PetitionMoved
from motcua.domains.support.models import Petition, PetitionStep
from motcua.domains.support.story import Story, after, replay, stated_dues
from motcua.kit import audit, events, idempotency
from motcua.kit.access import ActorKind, Post
from motcua.kit.commands import By
from motcua.kit.faults import NotAllowedNow, NotFound, Stale
from motcua.kit.models import AuditEntry
from motcua.rules.petitions import PetitionError

SECRET = "petition"  # noqa: S105


def chain_of(code: str) -> str:
    """Return the audit chain of a petition."""
    return f"petition:{code}"


def lock(code: str) -> Petition:
    """Lock the petition. Raises NotFound."""
    row = Petition.objects.select_for_update(of=("self",)).filter(code=code).first()
    if row is None:
        raise NotFound
    return row


def begin(by: By, act: str, code: str) -> Petition | None:
    """Lock the petition; None when this very command was done before.

    Raises NotFound, Stale, KeyReused.
    """
    row = lock(code)
    if not idempotency.spend(key=by.key, act=act, actor=by.actor, subject=code, at=by.at):
        return None
    if by.seen not in (None, row.chain_seq):
        raise Stale
    return row


def outcome(code: str) -> Outcome:
    """Return where a petition stands."""
    return Outcome(*Petition.objects.values_list("code", "state").get(code=code))


def story_of(code: str) -> Story:
    """Return the petition as its log tells it. Raises NotFound without a log."""
    links = AuditEntry.objects.filter(chain=chain_of(code)).order_by("seq")
    story = replay(links.values_list("at", "act", "payload"))
    if story is None:
        raise NotFound
    return story


def columns_of(story: Story) -> dict[str, Any]:
    """Return the columns that follow from a story."""
    return {
        "state": story.state.value, "unit_id": story.unit_id, "began_at": story.began_at,
        "arrived_at": story.arrived_at, "pauses": [list(pause) for pause in story.pauses],
        "answered_at": story.answered_at, "published_at": story.published_at,
        "due_at": story.due_at, "resolve_due_at": story.dues.resolve, "late": story.late,
        "reopened": story.reopened, "satisfied": story.satisfied,
    }  # fmt: skip


def write(
    row: Petition,
    *,
    by: By,
    act: str,
    post: Post | None,
    text: str = "",
    payload: Mapping[str, Any] | None = None,
    was_due_at: datetime | None = None,
    **texts: str,
) -> Outcome:
    """Write one act on a locked petition; `texts` are public texts that change with it.

    The log keeps a digest of the words only: it outlives the right to delete them.
    Raises NotAllowedNow.
    """
    said = {**(payload or {}), "text_sha256": audit.sha256_of(text)}
    try:
        story = after(story_of(row.code), by.at, act, said)
    except PetitionError as error:
        raise NotAllowedNow from error
    said["dues"] = stated_dues(story.dues)
    link = audit.append(
        chain=chain_of(row.code), at=by.at, act=act, actor=by.actor, post=post, payload=said
    )
    values = {**columns_of(story), **texts, "chain_seq": link.seq, "chain_hash": link.hash}
    Petition.objects.filter(pk=row.pk).update(**values)
    PetitionStep.objects.create(
        petition=row, act=act, at=by.at, unit_id=row.unit_id, text=text, was_due_at=was_due_at,
        by_petitioner=post is None and by.actor.kind is not ActorKind.SYSTEM,
    )  # fmt: skip
    events.emit(
        PetitionMoved(
            subject=row.code, at=by.at, actor_code=by.actor.code, act=act,
            unit_id=story.unit_id, state=story.state.value,
        )
    )  # fmt: skip
    return Outcome(row.code, story.state.value)
