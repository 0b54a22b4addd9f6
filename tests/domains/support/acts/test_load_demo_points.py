# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

from motcua.domains.support.acts.load_demo_points import load_demo_points
from motcua.domains.support.queries import points
from tests.domains.support.conftest import FILED_AT, Place


def test_invented_points_are_laid_out_once_and_say_so(place: Place) -> None:
    first = load_demo_points(at=FILED_AT)

    listed = points.points(on=date(2026, 7, 3))
    assert (first, load_demo_points(at=FILED_AT)) == (len(listed), 0)
    assert {card.source for card in listed} == {"synthetic"}
    assert all(card.days for card in listed)
