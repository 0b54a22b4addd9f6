# SPDX-License-Identifier: Apache-2.0
"""Provinces and communes of today, for the forms and answers shown at the desk."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.units import queries as units
from motcua.domains.units.queries import CommuneCard, ProvinceCard
from motcua.faces.design.titles import active


class ReferencePlaces:
    """The places as `faces.design.places.Places`."""

    def provinces(self) -> Sequence[tuple[str, str]]:
        """All provinces in Vietnamese order."""
        return [(card.code, _named(card)) for card in units.provinces()]

    def communes(self, province: str) -> Sequence[tuple[str, str]]:
        """The communes of a province, of our own when none is given."""
        return [(card.code, _named(card)) for card in units.communes(province or own_province())]


PLACES = ReferencePlaces()


def own_province() -> str:
    """Return the code of the province this system serves: that of its own communes."""
    own = next((card.commune_code for card in units.agencies() if card.commune_code), None)
    commune = units.commune(own) if own else None
    return commune.province_code if commune else ""


def place_words(province: object, commune: object) -> str:
    """Return commune and province by name, as an address ends."""
    found = (units.commune(str(commune or "")), units.province(str(province or "")))
    return ", ".join(_named(card) for card in found if card is not None)


def _named(card: ProvinceCard | CommuneCard) -> str:
    return card.name_en if active() == "en" and card.name_en else card.name_vi
