# SPDX-License-Identifier: Apache-2.0
"""Which units answer for a dossier and for the papers that came with it."""

from __future__ import annotations

from motcua.domains.dossiers.models import Dossier

UNITS = ("receiving_unit_id", "competent_unit_id", "return_unit_id")


def answering_units(dossier_code: str) -> frozenset[int]:
    """Return the units that receive, decide and return it; none if there is no such dossier.

    A unit that gave help, or was asked for an opinion, does not answer for it.
    """
    row = Dossier.objects.filter(code=dossier_code).values_list(*UNITS).first()
    return frozenset(row or ())
