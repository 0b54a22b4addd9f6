# SPDX-License-Identifier: Apache-2.0
"""Who acts: the actor that every act receives, and the ledger of who looked at personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy

from motcua.kit import sql
from motcua.kit.faults import Fault

SAW = """
INSERT INTO kit_datause (at, actor_code, post, purpose, page, subjects)
VALUES (%(at)s, %(actor_code)s, %(post)s, %(purpose)s, %(page)s, %(subjects)s)
"""


class ActorKind(StrEnum):
    """In what capacity somebody acts."""

    OFFICIAL = "official"
    CITIZEN = "citizen"
    CLIENT = "client"
    SYSTEM = "system"
    GUEST = "guest"


class Role(StrEnum):
    """What a post entitles to inside its unit."""

    COUNTER = "counter"
    SPECIALIST = "specialist"
    LEADER = "leader"
    CLERK = "clerk"
    UNIT_ADMIN = "unit_admin"
    DIRECTOR = "director"
    CONFIGURATOR = "configurator"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Post:
    """One role in one unit, held by an official at this moment."""

    unit_id: int
    unit_code: str
    role: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with the posts valid at the moment the session was read."""

    code: str
    name: str
    kind: ActorKind
    account_id: int | None = None
    posts: tuple[Post, ...] = field(default=())

    def post(self, role: str, unit_id: int) -> Post | None:
        """Return the post with this role in this unit, if the actor holds it."""
        for post in self.posts:
            if post.unit_id == unit_id and post.role == role:
                return post
        return None

    def posts_as(self, role: str) -> tuple[Post, ...]:
        """Return all posts with this role."""
        return tuple(post for post in self.posts if post.role == role)


SYSTEM = Actor(code="system", name="motcua", kind=ActorKind.SYSTEM)
GUEST = Actor(code="guest", name="", kind=ActorKind.GUEST)


class NotPermitted(Fault):
    """The actor holds no post that allows this."""

    status = 403
    sentence = gettext_lazy("Your post does not allow this action.")


def log_view(
    *, actor: Actor, at: datetime, page: str, purpose: str, subjects: Sequence[str]
) -> None:
    """Write one line of the data-use ledger: who saw whose dossiers, in which post and why."""
    post = actor.posts[0] if actor.posts else None
    values = {
        "at": at,
        "actor_code": actor.code,
        "post": f"{post.role}@{post.unit_code}" if post else actor.kind.value,
        "purpose": purpose,
        "page": page,
        "subjects": list(subjects),
    }
    sql.fetch_all(SAW, values)
