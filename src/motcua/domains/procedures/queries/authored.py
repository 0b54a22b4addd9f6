# SPDX-License-Identifier: Apache-2.0
"""The procedures whose form and steps people wrote, as against those made from the catalogue."""

from __future__ import annotations

from datetime import date

from motcua.domains.procedures.queries.cards import SHELF, ProcedureCard
from motcua.rules.words import sort_key


def authored(*, on: date, limit: int) -> tuple[ProcedureCard, ...]:
    """Return the authored procedures open on a date in the order of their titles."""
    cards = (card for card in SHELF.get().cards if card.source == "authored" and card.is_open(on))
    return tuple(sorted(cards, key=lambda card: sort_key(card.title_vi))[:limit])
