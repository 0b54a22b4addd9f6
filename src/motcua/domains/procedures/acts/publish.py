# SPDX-License-Identifier: Apache-2.0
"""Publishes a procedure file as the next version, after which it can never change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext, gettext_lazy

from motcua.domains.procedures import publication
from motcua.domains.procedures.catalogue.entries import digest
from motcua.domains.procedures.events import ProcedurePublished
from motcua.domains.procedures.models import CatalogueState, Procedure, ProcedureVersion
from motcua.domains.procedures.soundness import Problem, problems
from motcua.domains.units import queries as units
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.kit.faults import Fault, NotFound

ROLES = frozenset(role.value for role in Role)


class Unsound(Fault):
    """The file has faults; `problems` names each."""

    sentence = gettext_lazy("The procedure %(code)s cannot be published. %(why)s")

    def __init__(self, code: str, found: tuple[Problem, ...]) -> None:
        why = " ".join(gettext(one.sentence) % one.params for one in found)
        super().__init__(code=code, why=why)
        self.problems = found


class Unchanged(Fault):
    """The file says what the version in force says already."""

    status = 409
    sentence = gettext_lazy("Nothing has changed since version %(number)s.")


class Repealed(Fault):
    """The procedure is no more."""

    status = 409
    sentence = gettext_lazy("This procedure was repealed by %(decision)s.")


@transaction.atomic
def publish(*, actor: Actor, at: datetime, key: UUID, config: Mapping[str, Any]) -> int:
    """Make the next version from the mapping of a procedure file and return its id.

    It begins on the file's `valid_from`, a later version today at the earliest; the version
    before ends that day. The national facts are those of the version before.
    Raises NotPermitted, NotFound, Repealed, Unsound, Unchanged. Emits ProcedurePublished.
    """
    post = _permitted(actor)
    code = str(config.get("code"))
    procedure = Procedure.objects.select_for_update().filter(code=code).first()
    if procedure is None:
        raise NotFound
    subject = f"procedure:{code}"
    last = publication.latest([code]).get(code)
    made_is = f"{subject}#{last.number + 1 if last else 1}"
    fresh = idempotency.spend(
        key=key, act="publish", actor=actor, subject=made_is, at=at, made=True
    )
    if not fresh:
        return _made_before(key, code)
    draft = _draft(procedure, config, last, at)
    [made] = publication.write([draft], {code: last} if last else {}, at=at)
    CatalogueState.objects.renew()
    audit.append(
        chain=subject,
        at=at,
        act="publish",
        actor=actor,
        post=post,
        payload={
            "number": made.number,
            "digest": made.digest,
            "from_on": made.valid_from.isoformat(),
        },
    )
    emit(
        ProcedurePublished(
            subject=subject,
            at=at,
            actor_code=actor.code,
            version_id=made.id,
            number=made.number,
            from_on=made.valid_from.isoformat(),
        )
    )
    return int(made.id)


def _permitted(actor: Actor) -> Post:
    posts = actor.posts_as(Role.CONFIGURATOR)
    if not posts:
        raise NotPermitted
    return posts[0]


def _made_before(key: UUID, code: str) -> int:
    """Return the version this very command made the first time."""
    number = int((idempotency.subject_of(key) or "#0").rpartition("#")[2])
    return int(ProcedureVersion.objects.get(procedure_id=code, number=number).id)


def _draft(
    procedure: Procedure, config: Mapping[str, Any], last: publication.Last | None, at: datetime
) -> publication.Draft:
    if procedure.repealed_by:
        raise Repealed(decision=procedure.repealed_by)
    agencies = {card.code for card in units.agencies()}
    found = problems(config, roles=ROLES, agencies=agencies)
    if found:
        raise Unsound(procedure.code, found)
    before = ProcedureVersion.objects.get(id=last.id) if last else None
    facts = before.facts if before else {}
    mark = digest(config, facts)
    if last and last.valid_to is None and last.digest == mark:
        raise Unchanged(number=last.number)
    begins = publication.begins_on(config, last, at.astimezone(VN).date())
    level = before.level if before else "province"
    return publication.Draft(procedure.code, level, config, facts, mark, begins)
