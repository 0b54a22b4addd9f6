# SPDX-License-Identifier: Apache-2.0
"""A change of the calendar on its way through the open dossiers."""

from __future__ import annotations

from motcua.domains.units.redating import CarriedChange


class Redating(CarriedChange):
    """How far the dossiers have been redated."""
