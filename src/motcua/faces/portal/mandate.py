# SPDX-License-Identifier: Apache-2.0
"""In whose name this browser acts: the session remembers the leave, every page asks if it holds."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from motcua.domains.people import queries as people
from motcua.kit import clock
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import Fault, NotFound

REMEMBERED = "acting_for"
CACHED = "_acting_person"


class MandateEnded(Fault):
    """The leave ran out or was revoked while somebody was acting."""

    status = 409
    sentence = gettext_lazy(
        "Your leave to act for this person has ended. Nothing was done in their name. "
        "From the next page on you act for yourself."
    )


def person_of(request: HttpRequest) -> Actor | None:
    """Return the signed-in citizen, acting for whom they chose; None for guests and officials.

    Raises MandateEnded once when the chosen leave holds no more.
    """
    actor: Actor = request.actor
    if actor.kind is not ActorKind.CITIZEN:
        return None
    chosen = request.session.get(REMEMBERED)
    if chosen is None:
        return actor
    known: Actor | None = getattr(request, CACHED, None)
    if known is None:
        known = _acting(request, actor, str(chosen))
        setattr(request, CACHED, known)
    return known


def _acting(request: HttpRequest, actor: Actor, chosen: str) -> Actor:
    try:
        return people.acting(actor, UUID(chosen), clock.now())
    except (NotFound, ValueError) as error:
        stop(request)
        raise MandateEnded from error


def begin(request: HttpRequest, code: UUID) -> Actor:
    """Act under this leave from now on. Raises NotFound."""
    actor = people.acting(request.actor, code, clock.now())
    request.session[REMEMBERED] = str(code)
    setattr(request, CACHED, actor)
    return actor


def stop(request: HttpRequest) -> None:
    """Act for oneself again."""
    request.session.pop(REMEMBERED, None)
    if hasattr(request, CACHED):
        delattr(request, CACHED)
