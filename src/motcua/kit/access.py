# SPDX-License-Identifier: Apache-2.0
"""Who acts: the actor that every act receives, and the ledger of who looked at personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy

from motcua.kit import sql
from motcua.kit.faults import Fault

REPRESENTATIVE = "representative"
SUBJECTS_A_LINE = 5_000
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


ADMINISTERING: Final = frozenset({Role.UNIT_ADMIN, Role.CONFIGURATOR, Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class Post:
    """One role in one unit, held by an official at this moment.

    `for_code` is the account code of the absent holder for whom this one stands in.
    """

    unit_id: int
    unit_code: str
    role: str
    for_code: str = ""

    @property
    def label(self) -> str:
        """Return `role@unit`, or `role@unit/absent holder`, as it stands in the logs."""
        absent = f"/{self.for_code}" if self.for_code else ""
        return f"{self.role}@{self.unit_code}{absent}"


@dataclass(frozen=True, slots=True)
class Mandate:
    """In whose place a citizen acts, and how far: everything, one procedure or one dossier.

    `representative_id` is the account of the one who really acts.
    """

    principal_code: str
    principal_name: str
    representative_id: int
    procedure_code: str = ""
    dossier_code: str = ""

    @property
    def label(self) -> str:
        """Return the capacity as it stands in the log."""
        return f"{REPRESENTATIVE}@{self.principal_code}"

    @property
    def is_whole(self) -> bool:
        """Whether it reaches everything the principal has here."""
        return not (self.procedure_code or self.dossier_code)

    def covers(self, *, procedure_code: str, dossier_code: str = "") -> bool:
        """Say whether the mandate reaches so far; a new dossier has no code yet."""
        return self.procedure_code in ("", procedure_code) and self.dossier_code in (
            "",
            dossier_code,
        )


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with the posts valid at the moment the session was read.

    With a mandate `account_id` is the principal's, to whom everything done belongs, while `code`
    and `name` stay those of the one who does it.
    """

    code: str
    name: str
    kind: ActorKind
    account_id: int | None = None
    posts: tuple[Post, ...] = field(default=())
    mandate: Mandate | None = None

    @property
    def person_id(self) -> int | None:
        """The account of the person who really acts."""
        return self.mandate.representative_id if self.mandate else self.account_id

    @property
    def capacity(self) -> str:
        """What the log says without a post: as whose representative, else nothing."""
        return self.mandate.label if self.mandate else ""

    def reaches(self, *, procedure_code: str, dossier_code: str = "") -> bool:
        """Say whether a mandate, if there is one, reaches so far; for oneself everything is."""
        return self.mandate is None or self.mandate.covers(
            procedure_code=procedure_code, dossier_code=dossier_code
        )

    def post(self, role: str, unit_id: int) -> Post | None:
        """Return the post with this role in this unit, if the actor holds it."""
        for post in self.posts:
            if post.unit_id == unit_id and post.role == role:
                return post
        return None

    @property
    def working_units(self) -> frozenset[int]:
        """The units on whose dossiers the actor works; whoever only administers needs none."""
        return frozenset(post.unit_id for post in self.posts if post.role not in ADMINISTERING)

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
    """Write one line of the data-use ledger: who saw whose dossiers, in which post and why.

    A file with more of them than SUBJECTS_A_LINE takes several lines.
    """
    post = actor.posts[0] if actor.posts else None
    line = {
        "at": at,
        "actor_code": actor.code,
        "post": post.label if post else actor.capacity or actor.kind.value,
        "purpose": purpose,
        "page": page,
    }
    for start in range(0, max(1, len(subjects)), SUBJECTS_A_LINE):
        sql.fetch_all(SAW, line | {"subjects": list(subjects[start : start + SUBJECTS_A_LINE])})
