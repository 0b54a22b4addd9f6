# SPDX-License-Identifier: Apache-2.0
"""Small bar charts: numbers turned into places of a drawing, which the page writes as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BAR_WIDTH = 40
GAP = 12
HEIGHT = 80
LETTERS = 22
LEAST = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its number above and its label below; all places are from the upper left."""

    label: str
    number: int
    left: int
    top: int
    height: int

    @property
    def middle(self) -> int:
        """Return where texts are centred."""
        return self.left + BAR_WIDTH // 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one line."""

    bars: tuple[Bar, ...]
    width: int
    height: int = LETTERS + HEIGHT + LETTERS
    base: int = LETTERS + HEIGHT


def bars(numbers: Sequence[tuple[str, int]]) -> Chart:
    """Return the chart of (label, number); the largest number has the full height."""
    most = max((number for _, number in numbers), default=0)
    drawn = tuple(_bar(place, *one, most) for place, one in enumerate(numbers))
    return Chart(drawn, max(0, len(drawn) * (BAR_WIDTH + GAP) - GAP))


def _bar(place: int, label: str, number: int, most: int) -> Bar:
    height = max(LEAST, round(HEIGHT * number / most)) if number else 0
    return Bar(label, number, place * (BAR_WIDTH + GAP), LETTERS + HEIGHT - height, height)
