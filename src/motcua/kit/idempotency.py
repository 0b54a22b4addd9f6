# SPDX-License-Identifier: Apache-2.0
"""Commands carry a key; the second time a key comes, nothing more happens."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy

from motcua.kit.access import Actor
from motcua.kit.faults import Fault
from motcua.kit.models import Command


class KeyReused(Fault):
    """The key was spent on another command."""

    status = 409
    sentence = gettext_lazy("This form was already used for something else. Open the page again.")


def spend(
    *, key: UUID, act: str, actor: Actor, subject: str, at: datetime, made: bool = False
) -> bool:
    """Spend the key inside the caller's transaction; False when this very command was done before.

    A parallel twin waits here for the first to commit. `made` says that the command makes its
    subject, so that a repetition comes with another. Raises KeyReused when the key belongs to
    another act or actor, or was spent on another subject.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kit_command (key, act, actor_code, subject, at)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [key, act, actor.code, subject, at],
        )
        if cursor.rowcount:
            return True
    done = Command.objects.get(key=key)
    if (done.act, done.actor_code) != (act, actor.code):
        raise KeyReused
    if not made and done.subject != subject:
        raise KeyReused
    return False


def subject_of(key: UUID) -> str | None:
    """Return what the command with this key was done to, if it was done."""
    return Command.objects.filter(key=key).values_list("subject", flat=True).first()


def repeated(*, key: UUID, actor: Actor) -> str | None:
    """Return what the actor's own command with this key was done to, None when it is unspent.

    Raises KeyReused when somebody else spent the key.
    """
    done = Command.objects.filter(key=key).values_list("subject", "actor_code").first()
    if done is None:
        return None
    if done[1] != actor.code:
        raise KeyReused
    return str(done[0])


def must_own(*, key: UUID, act: str, actor: Actor) -> None:
    """Raise KeyReused when the key was spent on another act, or by somebody else.

    For doors that hand out more than the state of the dossier after a repeated command.
    """
    done = Command.objects.filter(key=key).values_list("act", "actor_code").first()
    if done is not None and done != (act, actor.code):
        raise KeyReused
