# SPDX-License-Identifier: Apache-2.0
"""Which posts may say what a paper is; whether they may see it is the caller's question."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from motcua.domains.vault.models import Paper
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import NotFound

KEEPERS = (Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK)
REVOKERS = (Role.SPECIALIST, Role.LEADER)


def post_of(actor: Actor, roles: Collection[Role] = KEEPERS) -> Post:
    """Return the post in which an official deals with papers. Raises NotPermitted."""
    for post in actor.posts:
        if post.role in roles:
            return post
    raise NotPermitted


def locked(code: UUID) -> Paper:
    """Return the paper, kept from others till the transaction ends. Raises NotFound."""
    paper = Paper.objects.select_for_update().filter(code=code).first()
    if paper is None:
        raise NotFound
    return paper


def chain_of(code: UUID) -> str:
    """Return the audit chain of a paper."""
    return f"paper:{code}"
