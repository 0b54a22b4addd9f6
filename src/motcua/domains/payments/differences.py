# SPDX-License-Identifier: Apache-2.0
"""Money that does not fit: named once, decided by those whose money it is."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.payments.models import REFERENCE_MOST, Difference
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import NotFound

DECIDING = (Role.LEADER, Role.UNIT_ADMIN)


def name_difference(
    kind: str, reference: str, *, at: datetime, dossier_code: str = "", unit_id: int | None = None,
    expected_vnd: int | None = None, got_vnd: int | None = None, statement_id: int | None = None,
) -> None:  # fmt: skip
    """Write the difference down, unless the same one was written before."""
    Difference.objects.bulk_create(
        [
            Difference(
                kind=kind, reference=reference[:REFERENCE_MOST], dossier_code=dossier_code,
                unit_id=unit_id, expected_vnd=expected_vnd, got_vnd=got_vnd,
                statement_id=statement_id, found_at=at,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def locked(difference_id: int) -> Difference:
    """Return a difference, locked till the transaction ends. Raises NotFound."""
    found = Difference.objects.select_for_update().filter(pk=difference_id).first()
    if found is None:
        raise NotFound
    return found


def deciding_post(actor: Actor, found: Difference) -> Post:
    """Return the post in which the actor decides about a difference. Raises NotPermitted."""
    posts = actor.posts_as(Role.OPERATOR)
    if found.unit_id is not None:
        own = (actor.post(role, found.unit_id) for role in DECIDING)
        posts = (*(post for post in own if post is not None), *posts)
    if not posts:
        raise NotPermitted
    return posts[0]
