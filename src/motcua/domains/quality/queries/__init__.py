# SPDX-License-Identifier: Apache-2.0
"""What others may read of quality."""

from __future__ import annotations

from motcua.domains.quality.queries.figures import (
    COLUMNS,
    Figures,
    PetitionFigures,
    by_day,
    by_unit,
    figures,
    petition_figures,
    received_codes,
)

__all__ = [
    "COLUMNS",
    "Figures",
    "PetitionFigures",
    "by_day",
    "by_unit",
    "figures",
    "petition_figures",
    "received_codes",
]
