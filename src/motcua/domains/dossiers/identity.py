# SPDX-License-Identifier: Apache-2.0
"""How surely a person is known who submits or signs online."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.people import queries as people
from motcua.kit.access import Actor, ActorKind
from motcua.kit.faults import Fault

SIGNING_LEVEL = 2


class IdentityTooLow(Fault):
    """The procedure asks for a surer e-ID. Source: Decree 69/2024/ND-CP."""

    status = 403
    sentence = gettext_lazy(
        "This needs an e-ID of level %(level)s. Sign in with VNeID; level 2 is given by the police "
        "after you have come in person. At a one-stop counter you can submit without it."
    )


def level_of(actor: Actor) -> int:
    """Return the e-ID level of the person who really acts, 0 for guests."""
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        return 0
    return people.citizen(actor.person_id).identity_level


def must_have_level(actor: Actor, level: int) -> None:
    """Raise IdentityTooLow unless the e-ID of the actor is of this level or a higher one."""
    if level and level_of(actor) < level:
        raise IdentityTooLow(level=level)


class MandateTooNarrow(Fault):
    """The leave to act for somebody does not reach so far."""

    status = 403
    sentence = gettext_lazy("You may act for this person, but not in this procedure.")


def must_reach(actor: Actor, procedure_code: str) -> None:
    """Raise MandateTooNarrow when the actor represents somebody in other matters only."""
    if not actor.reaches(procedure_code=procedure_code):
        raise MandateTooNarrow
