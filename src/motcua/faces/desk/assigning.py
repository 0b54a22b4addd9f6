# SPDX-License-Identifier: Apache-2.0
"""Who works on a dossier, on its page, and to whom it may be given."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.domains.dossiers.queries.assignments import assignees
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.people import queries as people
from motcua.kit import clock
from motcua.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Assigned:
    """The present assignee's name, and (account, name) of those who share the desk, oneself first.

    `colleagues` is () for whoever does not hold the post.
    """

    name: str
    colleagues: tuple[tuple[int, str], ...]


def assigned(actor: Actor, shown: DossierCard) -> Assigned:
    """Return who works on the dossier and who could."""
    given = assignees([shown.id]).get(shown.id)
    unit_id, role = shown.desk_unit_id, shown.desk_role
    if unit_id is None or not actor.post(role, unit_id):
        return Assigned(given.name if given else "", ())
    held = people.holders(unit_id, on=clock.today(), role=role)
    names = {card.account_id: card.full_name for card in held}
    ordered = sorted(names.items(), key=lambda one: (one[0] != actor.account_id, one[1]))
    return Assigned(given.name if given else "", tuple(ordered))
