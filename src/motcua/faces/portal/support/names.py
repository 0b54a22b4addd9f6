# SPDX-License-Identifier: Apache-2.0
"""Units to choose from."""

from __future__ import annotations

from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.units import name_of
from motcua.rules.words import sort_key

COMMUNE_KIND = "people_committee"
PROVINCE_KINDS = frozenset({"department", "office", "inspectorate", "board"})
UNSURE_KIND = "office"


def choices() -> list[tuple[str, str]]:
    """Return the offices a petition may concern: communes first, then those of the province."""
    cards = [card for card in units.agencies() if _concerned(card)]
    cards.sort(key=lambda card: (card.level != "commune", sort_key(name_of(card))))
    return [(str(card.id), name_of(card)) for card in cards]


def unsure_id() -> int:
    """Return the office that passes on what nobody knows where to send."""
    return next(
        card.id
        for card in units.agencies()
        if card.kind == UNSURE_KIND and card.level == "province"
    )


def _concerned(card: AgencyCard) -> bool:
    if card.level == "commune":
        return card.kind == COMMUNE_KIND
    return card.kind in PROVINCE_KINDS
