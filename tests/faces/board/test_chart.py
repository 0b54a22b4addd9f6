# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.faces.board.chart import HEIGHT, LEAST, bars


def test_the_largest_number_has_the_full_height_and_the_others_their_share() -> None:
    chart = bars([("a", 200), ("b", 100), ("c", 0)])

    assert [bar.height for bar in chart.bars] == [HEIGHT, HEIGHT // 2, 0]
    assert {bar.top + bar.height for bar in chart.bars} == {chart.base}


def test_a_small_number_can_still_be_seen() -> None:
    chart = bars([("a", 100_000), ("b", 1)])

    assert chart.bars[1].height == LEAST


def test_bars_stand_side_by_side_within_the_drawing() -> None:
    chart = bars([(str(day), day) for day in range(7)])

    ends = [bar.left + 40 for bar in chart.bars]
    assert all(end <= bar.left for end, bar in zip(ends, chart.bars[1:], strict=False))
    assert ends[-1] == chart.width


def test_no_numbers_make_an_empty_drawing() -> None:
    assert bars([]).width == 0
    assert [bar.height for bar in bars([("a", 0)]).bars] == [0]
