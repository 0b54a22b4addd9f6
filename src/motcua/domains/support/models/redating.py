# SPDX-License-Identifier: Apache-2.0
"""A change of the calendar on its way through the open petitions."""

from __future__ import annotations

from motcua.domains.units.redating import CarriedChange


class PetitionRedating(CarriedChange):
    """How far the petitions have been redated."""
