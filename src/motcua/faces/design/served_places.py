# SPDX-License-Identifier: Apache-2.0
"""The places of today under their names of today, for forms and answers on every screen."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.units import queries as units
from motcua.domains.units.queries import CommuneCard, ProvinceCard
from motcua.faces.design.titles import active


class ServedPlaces:
    """The places as `faces.design.places.Places`."""

    def provinces(self) -> Sequence[tuple[str, str]]:
        """All provinces in Vietnamese order, but this system's own first."""
        own = _own_province()
        cards = sorted(units.provinces(), key=lambda card: card.code != own)
        return [(card.code, _named(card)) for card in cards]

    def communes(self, province: str) -> Sequence[tuple[str, str]]:
        """The communes of a province, of our own when none is given."""
        return [(card.code, _named(card)) for card in units.communes(province or _own_province())]


PLACES = ServedPlaces()


def place_words(province: object, commune: object) -> str:
    """Return commune and province by name, as an address ends."""
    found = (units.commune(str(commune or "")), units.province(str(province or "")))
    return ", ".join(_named(card) for card in found if card is not None)


def _own_province() -> str:
    """Return the code of the province this system serves: that of its own communes."""
    own = next((card.commune_code for card in units.agencies() if card.commune_code), None)
    commune = units.commune(own) if own else None
    return commune.province_code if commune else ""


def _named(card: ProvinceCard | CommuneCard) -> str:
    return card.name_en if active() == "en" and card.name_en else card.name_vi
