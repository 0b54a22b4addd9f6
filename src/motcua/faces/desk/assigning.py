# SPDX-License-Identifier: Apache-2.0
"""Who works on a dossier, on its page, and to whom it may be given."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.domains.dossiers.queries.assignments import assignees
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.kit import clock
from motcua.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Assigned:
    """The present assignee's name, and (account, name) of those who share the desk, oneself first.

    `colleagues` is () for whoever does not hold the post; `usual` is the officer to whom the unit
    has given this step of the procedure, "" when it has named nobody.
    """

    name: str
    colleagues: tuple[tuple[int, str], ...]
    usual: str = ""


def assigned(actor: Actor, shown: DossierCard) -> Assigned:
    """Return who works on the dossier and who could."""
    given = assignees([shown.id]).get(shown.id)
    unit_id, role, usual = shown.desk_unit_id, shown.desk_role, _usual(shown)
    if unit_id is None or not actor.post(role, unit_id):
        return Assigned(given.name if given else "", (), usual)
    held = people.holders(unit_id, on=clock.today(), role=role)
    names = {card.account_id: card.full_name for card in held}
    ordered = sorted(names.items(), key=lambda one: (one[0] != actor.account_id, one[1]))
    return Assigned(given.name if given else "", tuple(ordered), usual)


def _usual(shown: DossierCard) -> str:
    """Return the name of the officer to whom the competent unit has given the present step."""
    code = shown.version.procedure_code
    named = procedures.step_officers(shown.competent_unit_id, code, clock.today())
    account_id = named.get(shown.step)
    return people.names_of([account_id]).get(account_id, "") if account_id else ""
