# SPDX-License-Identifier: Apache-2.0
"""Who does the acts of invented dossiers: the officials who hold the posts."""

from __future__ import annotations

from datetime import date

from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.kit.access import GUEST, SYSTEM, Actor, ActorKind, Post

Doer = tuple[Actor, Post | None]
APPLICANT: Doer = (GUEST, None)


class Cast:
    """Finds one official for each unit and role; where nobody holds the post, the system acts."""

    def __init__(self, on: date) -> None:
        self._known: dict[tuple[int, str], Doer] = {}
        for card in people.everybody(on=on):
            post = Post(card.unit_id, units.agency(card.unit_id).code, card.role)
            actor = Actor(card.account_code, card.full_name, ActorKind.OFFICIAL)
            self._known.setdefault((card.unit_id, card.role), (actor, post))

    def official(self, unit_id: int, role: str) -> Doer:
        """Return who holds the role in the unit, and the post."""
        found = self._known.get((unit_id, role))
        if found is None:
            post = Post(unit_id, units.agency(unit_id).code, role)
            found = self._known[unit_id, role] = SYSTEM, post
        return found
