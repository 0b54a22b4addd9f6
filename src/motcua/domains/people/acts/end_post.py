# SPDX-License-Identifier: Apache-2.0
"""End a post."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from motcua.domains.people.acts.hold_post import PeriodBackwards
from motcua.domains.people.authority import must_give
from motcua.domains.people.events import PostEnded
from motcua.domains.people.models import Holding
from motcua.kit import audit, events
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound


@transaction.atomic
def end_post(*, actor: Actor, holding_id: int, valid_to: date, at: datetime) -> None:
    """Let the post end; `valid_to` is the first day without it, today takes effect in seconds.

    Raises NotFound, NotPermitted, PeriodBackwards. Emits: PostEnded.
    """
    rows = Holding.objects.select_for_update(of=("self",)).select_related("account")
    row = rows.filter(pk=holding_id).first()
    if row is None:
        raise NotFound
    must_give(actor, row.unit_id, row.role)
    if row.valid_to == valid_to:
        return
    if valid_to < row.valid_from:
        raise PeriodBackwards
    Holding.objects.filter(pk=row.pk).update(valid_to=valid_to)
    facts = {"holding": row.pk, "role": row.role, "to": valid_to.isoformat()}
    audit.append(
        chain=f"account:{row.account.code}", at=at, act="end_post", actor=actor, payload=facts
    )
    events.emit(
        PostEnded(
            subject=row.account.code, at=at, actor_code=actor.code, account_id=row.account_id,
            unit_id=row.unit_id, role=row.role, valid_to=valid_to.isoformat(),
        )
    )  # fmt: skip
