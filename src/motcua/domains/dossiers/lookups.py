# SPDX-License-Identifier: Apache-2.0
"""Answers the questions that form fields ask of the reference registers."""

from __future__ import annotations

from motcua.domains.dossiers.models import Dossier
from motcua.domains.units import queries as units


class ReferenceLookups:
    """The registers of this installation, as `rules.forms.Lookups`."""

    def commune(self, code: str) -> bool:
        """Say whether the statistics code of a commune exists."""
        return units.commune(code) is not None

    def lies_in(self, commune: str, province: str) -> bool:
        """Say whether the commune belongs to the province; both are codes of the list."""
        card = units.commune(commune)
        return card is not None and card.province_code == province

    def province(self, code: str) -> bool:
        """Say whether the statistics code of a province exists."""
        return any(province.code == code for province in units.provinces())

    def register(self, name: str, value: str) -> bool:
        """Say whether a register holds the value; `dossiers` is the only one kept here."""
        return name == "dossiers" and Dossier.objects.filter(code=value).exists()
