# SPDX-License-Identifier: Apache-2.0
"""What the vault asks of those who lay its papers into dossiers."""

from __future__ import annotations

from typing import Protocol


class AnsweringUnits(Protocol):
    """Knows which units answer for the papers that came with a dossier."""

    def __call__(self, dossier_code: str) -> frozenset[int]:
        """Return the ids of the units, none for a dossier that does not exist."""
