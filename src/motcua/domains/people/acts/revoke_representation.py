# SPDX-License-Identifier: Apache-2.0
"""End a representation, as easily as it was given."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.events import RepresentationRevoked
from motcua.domains.people.mandates import is_legal
from motcua.domains.people.models import Representation
from motcua.domains.people.representing import note
from motcua.kit.access import Actor, ActorKind, Post, Role
from motcua.kit.faults import Fault, NotFound


class LegalStays(Fault):
    """The legal representative of a business is changed at a counter."""

    status = 409
    sentence = gettext_lazy(
        "The legal representative is changed at a one-stop counter, by the business registration."
    )


@transaction.atomic
def revoke_representation(*, actor: Actor, at: datetime, code: UUID) -> None:
    """End it at once; ending it again changes nothing.

    The principal, the representative, the legal representative of a business and any counter on
    their behalf may. Raises NotFound, LegalStays. Emits: RepresentationRevoked.
    """
    row = (
        Representation.objects.select_for_update(of=("self",))
        .select_related("principal", "representative")
        .filter(code=code)
        .first()
    )
    if row is None:
        raise NotFound
    post = _right(row, actor, at)
    if row.revoked_at is not None:
        return
    if row.legal and post is None:
        raise LegalStays
    row.revoked_at, row.revoked_by = at, actor.code
    row.save(update_fields=["revoked_at", "revoked_by"])
    note(
        row, actor=actor, at=at, act="revoke_representation", event=RepresentationRevoked, post=post
    )


def _right(row: Representation, actor: Actor, at: datetime) -> Post | None:
    """Return the counter post in which somebody ends it, None for the two themselves."""
    posts = actor.posts_as(Role.COUNTER)
    if posts:
        return posts[0]
    own = actor.kind is ActorKind.CITIZEN and actor.mandate is None
    by_own = own and actor.account_id in (row.principal_id, row.representative_id)
    by_law = actor.account_id == row.principal_id and is_legal(actor, at)
    if not (by_own or by_law):
        raise NotFound
    return None
