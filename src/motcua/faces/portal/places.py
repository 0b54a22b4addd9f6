# SPDX-License-Identifier: Apache-2.0
"""Provinces, communes and competent units to choose from, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domains.units import queries as units
from motcua.faces.design.titles import active
from motcua.kit.guards import public


class ServedPlaces:
    """The places of today for the elements of a form."""

    def provinces(self) -> Sequence[tuple[str, str]]:
        """All provinces, this system's own first."""
        own = own_province()
        cards = sorted(units.provinces(), key=lambda card: card.code != own)
        return [(card.code, _named(card.name_vi, card.name_en)) for card in cards]

    def communes(self, province: str) -> Sequence[tuple[str, str]]:
        """The communes of a province, of our own when none is given."""
        cards = units.communes(province or own_province())
        return [(card.code, _named(card.name_vi, card.name_en)) for card in cards]


PLACES = ServedPlaces()


@lru_cache(maxsize=1)
def own_province() -> str:
    """Return the code of the province this system serves: that of its own communes."""
    for agency in units.agencies():
        commune = units.commune(agency.commune_code) if agency.commune_code else None
        if commune is not None:
            return commune.province_code
    return ""


def place_words(province: str, commune: str) -> str:
    """Return commune and province by name, as an address ends."""
    found = (units.commune(commune), units.province(province))
    return ", ".join(_named(card.name_vi, card.name_en) for card in found if card is not None)


def _named(name_vi: str, name_en: str) -> str:
    return name_en if active() == "en" and name_en else name_vi


@public
@require_safe
def communes(request: HttpRequest) -> HttpResponse:
    """Return the communes of a province as `<option>` lines."""
    province = request.GET.get("tinh", "")[:10]
    listed = PLACES.communes(province) if province else ()
    first = format_html('<option value="">{}</option>', gettext("– Choose –"))
    lines = format_html_join("", '<option value="{}">{}</option>', listed)
    response = HttpResponse(first + lines)
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
