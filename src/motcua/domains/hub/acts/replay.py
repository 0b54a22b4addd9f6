# SPDX-License-Identifier: Apache-2.0
"""Send a dead exchange once more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.hub.acts.send import live
from motcua.domains.hub.models import Exchange, ExchangeState
from motcua.domains.hub.queueing import queue
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import NotAllowedNow, NotFound


@transaction.atomic
def replay(*, actor: Actor, at: datetime, key: UUID, correlation_id: UUID) -> None:
    """Let the exchange be attempted anew, with fresh patience; operators only.

    Raises NotPermitted, NotFound, NotAllowedNow when it is not dead or a newer one is under way.
    """
    posts = actor.posts_as(Role.OPERATOR)
    if not posts:
        raise NotPermitted
    subject = f"exchange:{correlation_id}"
    if not idempotency.spend(key=key, act="replay", actor=actor, subject=subject, at=at):
        return
    dead = Exchange.objects.select_for_update().filter(correlation_id=correlation_id).first()
    if dead is None:
        raise NotFound
    if dead.state != ExchangeState.DEAD or live(dead.partner, dead.operation, dead.subject):
        raise NotAllowedNow
    dead.state, dead.attempts, dead.next_at, dead.ended_at = ExchangeState.WAITING, 0, at, None
    dead.save(update_fields=["state", "attempts", "next_at", "ended_at"])
    queue(correlation_id, at)
    audit.append(
        chain="hub", at=at, act="replay", actor=actor, post=posts[0],
        payload={"exchange": str(correlation_id), "partner": dead.partner},
    )  # fmt: skip
