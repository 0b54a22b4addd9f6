# SPDX-License-Identifier: Apache-2.0
"""Who may lay down how a unit works on its procedures, and from when."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy

from motcua.domains.procedures.queries import is_competent
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault


class NotTomorrow(Fault):
    """Steps that began today were promised their time already."""

    sentence = gettext_lazy("It can begin tomorrow at the earliest: what has begun keeps its time.")


class NotCompetent(Fault):
    """The unit does not decide dossiers of this procedure."""

    sentence = gettext_lazy("Your unit does not handle this procedure.")


class UnknownStep(Fault):
    """The procedure has no such step, or it takes no official's time."""

    sentence = gettext_lazy("The procedure has no such step.")


def must_run(actor: Actor, unit_id: int) -> Post:
    """Return the post of the unit's own administrator. Raises NotPermitted."""
    post = actor.post(Role.UNIT_ADMIN, unit_id)
    if post is None:
        raise NotPermitted
    return post


def must_handle(unit_id: int, code: str, on: date) -> None:
    """Raise NotCompetent unless the unit decides dossiers of the procedure on the day."""
    if not is_competent(code, unit_id, on):
        raise NotCompetent


def must_come(day: date, at: datetime) -> None:
    """Raise NotTomorrow unless the day is still to come in Vietnam."""
    if day <= at.astimezone(VN).date():
        raise NotTomorrow
