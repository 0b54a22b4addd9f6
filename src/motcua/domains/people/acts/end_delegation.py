# SPDX-License-Identifier: Apache-2.0
"""End a delegation before its last day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.domains.people.authority import must_manage
from motcua.domains.people.events import DelegationEnded
from motcua.domains.people.models import Delegation
from motcua.kit import audit, events
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.kit.idempotency import spend


@transaction.atomic
def end_delegation(*, actor: Actor, at: datetime, key: UUID, delegation_id: int) -> None:
    """Take the post back from the stand-in, today; one that has not begun never begins.

    The absent one ends it, or the unit's administrator does; ending an ended one does nothing.
    Raises NotFound, NotPermitted. Emits: DelegationEnded.
    """
    rows = Delegation.objects.select_for_update(of=("self",)).select_related("absent", "stand_in")
    row = rows.filter(pk=delegation_id).first()
    if row is None:
        raise NotFound
    if actor.account_id != row.absent_id:
        must_manage(actor, [row.unit_id])
    subject = row.absent.code
    if not spend(key=key, act="end_delegation", actor=actor, subject=subject, at=at):
        return
    last = max(at.astimezone(VN).date(), row.valid_from)
    if row.valid_to <= last:
        return
    Delegation.objects.filter(pk=row.pk).update(valid_to=last)
    facts = {"delegation": row.pk, "stand_in": row.stand_in.code, "to": last.isoformat()}
    chain = f"account:{subject}"
    audit.append(chain=chain, at=at, act="end_delegation", actor=actor, payload=facts)
    events.emit(
        DelegationEnded(
            subject=subject, at=at, actor_code=actor.code, stand_in=row.stand_in.code,
            unit_id=row.unit_id, role=row.role, valid_to=last.isoformat(),
        )
    )  # fmt: skip
