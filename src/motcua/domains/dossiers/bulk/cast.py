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
        self._on = on
        self._known: dict[tuple[int, str], Doer] = {}

    def official(self, unit_id: int, role: str) -> Doer:
        """Return who holds the role in the unit, and the post."""
        found = self._known.get((unit_id, role))
        if found is None:
            found = self._known[unit_id, role] = self._look(unit_id, role)
        return found

    def _look(self, unit_id: int, role: str) -> Doer:
        post = Post(unit_id, units.agency(unit_id).code, role)
        for card in people.holders(unit_id, on=self._on, role=role):
            return Actor(card.account_code, card.full_name, ActorKind.OFFICIAL), post
        return SYSTEM, post
