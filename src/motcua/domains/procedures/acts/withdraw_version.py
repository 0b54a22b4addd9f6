# SPDX-License-Identifier: Apache-2.0
"""Closes a version to new dossiers; those submitted under it go on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.procedures.events import ProcedureWithdrawn
from motcua.domains.procedures.models import CatalogueState, ProcedureVersion
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.kit.faults import Fault, NotFound
from motcua.kit.wording import written

REASON_LONGEST: Final = 2000


class AlreadyClosed(Fault):
    """The version has an end."""

    status = 409
    sentence = gettext_lazy("This version takes no new dossiers from %(until)s on already.")


class PastEnd(Fault):
    """Dossiers may have been submitted since."""

    sentence = gettext_lazy("A version can be closed from today on, not for days gone by.")


class NoReason(Fault):
    """The withdrawal has no reason."""

    sentence = gettext_lazy("Say why the procedure takes no new dossiers.")


@transaction.atomic
def withdraw_version(
    *, actor: Actor, at: datetime, key: UUID, version_id: int, until_on: date, reason: str
) -> None:
    """Take no new dossiers from `until_on` on.

    Raises NotPermitted, NotFound, NoReason, PastEnd, AlreadyClosed, TextTooLong, TextUnclean.
    Emits ProcedureWithdrawn.
    """
    posts = actor.posts_as(Role.CONFIGURATOR)
    if not posts:
        raise NotPermitted
    version = ProcedureVersion.objects.select_for_update().filter(id=version_id).first()
    if version is None:
        raise NotFound
    subject = f"procedure:{version.procedure_id}"
    if not idempotency.spend(key=key, act="withdraw_version", actor=actor, subject=subject, at=at):
        return
    why = written(reason, longest=REASON_LONGEST, lines=True)
    _check(version, until_on, why, at.astimezone(VN).date())
    ProcedureVersion.objects.filter(id=version_id).update(valid_to=until_on)
    CatalogueState.objects.renew()
    ending = {"number": version.number, "until_on": until_on.isoformat(), "reason": why}
    audit.append(
        chain=subject, at=at, act="withdraw_version", actor=actor, post=posts[0], payload=ending
    )
    emit(
        ProcedureWithdrawn(
            subject=subject,
            at=at,
            actor_code=actor.code,
            version_id=version_id,
            until_on=until_on.isoformat(),
        )
    )


def _check(version: ProcedureVersion, until_on: date, reason: str, today: date) -> None:
    if version.valid_to is not None:
        raise AlreadyClosed(until=version.valid_to.strftime("%d/%m/%Y"))
    if not reason:
        raise NoReason
    if until_on < max(today, version.valid_from):
        raise PastEnd
