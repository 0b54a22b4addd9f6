# SPDX-License-Identifier: Apache-2.0
"""What a form needs to know of places to offer them; the faces give it from their queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Places(Protocol):
    """The provinces, and the communes of one of them, as (code, name) in Vietnamese order."""

    def provinces(self) -> Sequence[tuple[str, str]]:
        """All provinces of today."""

    def communes(self, province: str) -> Sequence[tuple[str, str]]:
        """The communes of a province of today; '' means the province this system serves."""


class Nowhere:
    """No places at all, for pages without a question about them."""

    def provinces(self) -> Sequence[tuple[str, str]]:
        """None."""
        return ()

    def communes(self, province: str) -> Sequence[tuple[str, str]]:
        """None."""
        return ()


NOWHERE = Nowhere()
