# SPDX-License-Identifier: Apache-2.0
"""Which posts may say what a paper is: those of the units that answer for its dossier."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pkgutil import resolve_name
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy

from motcua.domains.vault.models import Paper
from motcua.domains.vault.ports import AnsweringUnits
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.faults import Fault, NotFound

KEEPERS = (Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK)
REVOKERS = (Role.SPECIALIST, Role.LEADER)


class NotKeptByYou(Fault):
    """The actor's post is of a unit that has nothing to decide on this paper."""

    status = 403
    sentence = gettext_lazy(
        "Only the units that receive, decide or return the dossier this paper came with may"
        " change what is recorded of it."
    )


def keeper_post(
    actor: Actor, origin_dossier: str, roles: Collection[Role] = KEEPERS
) -> Post | None:
    """Return the post in which an official answers for a paper of this dossier, if there is one.

    Who only reuses the paper in another dossier, or is asked for an opinion, reads it.
    """
    units = _answering()(origin_dossier) if origin_dossier else ()
    held = (post for post in actor.posts if post.role in roles and post.unit_id in units)
    return next(held, None)


def post_for(actor: Actor, paper: Paper, roles: Collection[Role] = KEEPERS) -> Post:
    """Return the post in which the actor may act on the paper. Raises NotPermitted, NotKeptByYou.

    NotPermitted says that no post of the actor is of the right kind, wherever it is held.
    """
    if not any(post.role in roles for post in actor.posts):
        raise NotPermitted
    post = keeper_post(actor, paper.origin_dossier, roles)
    if post is None:
        raise NotKeptByYou
    return post


@cache
def _answering_at(path: str) -> AnsweringUnits:
    found: AnsweringUnits = resolve_name(path)
    return found


def _answering() -> AnsweringUnits:
    return _answering_at(settings.ANSWERING_UNITS)


def locked(code: UUID) -> Paper:
    """Return the paper, kept from others till the transaction ends. Raises NotFound."""
    paper = Paper.objects.select_for_update().filter(code=code).first()
    if paper is None:
        raise NotFound
    return paper


def chain_of(code: UUID) -> str:
    """Return the audit chain of a paper."""
    return f"paper:{code}"
