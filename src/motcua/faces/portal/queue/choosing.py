# SPDX-License-Identifier: Apache-2.0
"""The centres to book at, narrowed by what was typed; the one of the citizen's commune apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.faces.design.units import name_of
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.faults import NotFound
from motcua.rules.card_address import place_of
from motcua.rules.words import fold


class Centre(NamedTuple):
    """A centre to choose; `words` are other words it is found by, the old names of its ground."""

    code: str
    name: str
    words: str


def centres(text: str = "") -> list[Centre]:
    """Return the centres with all words of the text in their names of today or of before."""
    wanted = fold(text).split()
    listed = (_centre(card) for card in units.one_stops())
    return [one for one in listed if _has(wanted, f"{one.name} {one.words}")]


def own_centre(citizen: Actor | None) -> Centre | None:
    """Return the centre of the commune where the citizen lives, None when that is not certain."""
    commune = _commune_of(citizen)
    cards = (card for card in units.one_stops() if commune and card.commune_code == commune)
    found = next(cards, None)
    return _centre(found) if found else None


def _commune_of(citizen: Actor | None) -> str:
    if citizen is None or citizen.account_id is None:
        return ""
    try:
        address = people.citizen(citizen.account_id).address
    except NotFound:
        return ""
    place = place_of(address, units.gazetteer(), issued_on=clock.today())
    return place.readings[0].commune if place.certain else ""


def _centre(card: AgencyCard) -> Centre:
    before = units.former_names(card.commune_code) if card.commune_code else ()
    other = (card.name_vi, card.name_en, *before)
    return Centre(card.code, name_of(card), " ".join(dict.fromkeys(other)))


def _has(wanted: Iterable[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)
