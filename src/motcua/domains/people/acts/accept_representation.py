# SPDX-License-Identifier: Apache-2.0
"""Accept to act for somebody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.events import RepresentationAccepted
from motcua.domains.people.models import Representation
from motcua.domains.people.representing import note
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound


class RepresentationOver(Fault):
    """It was revoked, or its time is over."""

    status = 409
    sentence = gettext_lazy("This leave to act for somebody has ended.")


@transaction.atomic
def accept_representation(*, actor: Actor, at: datetime, code: UUID) -> None:
    """Make it hold; accepting again changes nothing. Only the representative in person may.

    Raises NotFound, RepresentationOver. Emits: RepresentationAccepted.
    """
    row = (
        Representation.objects.select_for_update(of=("self",))
        .select_related("principal", "representative")
        .filter(code=code, representative_id=actor.account_id)
        .first()
    )
    if row is None or actor.mandate is not None or actor.account_id is None:
        raise NotFound
    if row.revoked_at or (row.valid_until is not None and row.valid_until <= at):
        raise RepresentationOver
    if row.accepted_at is not None:
        return
    row.accepted_at = at
    row.save(update_fields=["accepted_at"])
    note(row, actor=actor, at=at, act="accept_representation", event=RepresentationAccepted)
