# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date

import pytest

from motcua.domains.quality import queries
from motcua.domains.quality.models import DayCount
from motcua.domains.quality.queries import Figures

FIRST, SECOND = date(2026, 7, 3), date(2026, 7, 4)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def days() -> None:
    DayCount.objects.create(unit_id=1, on=FIRST, submitted=5, ended=4, ended_on_time=3)
    DayCount.objects.create(unit_id=1, on=SECOND, submitted=2, returned=1)
    DayCount.objects.create(unit_id=2, on=SECOND, submitted=7, received=6)


def test_figures_of_the_province_are_the_sums_of_its_units() -> None:
    assert queries.figures(first=FIRST, last=SECOND) == Figures(14, 6, 4, 3, 1)


def test_both_ends_of_a_span_belong_to_it() -> None:
    assert queries.figures(first=FIRST, last=FIRST).submitted == 5
    assert queries.figures(first=SECOND, last=SECOND).submitted == 9


def test_figures_of_one_unit_leave_out_the_others() -> None:
    assert queries.figures(first=FIRST, last=SECOND, unit_id=2) == Figures(7, 6, 0, 0, 0)


def test_a_span_without_counts_is_nothing() -> None:
    assert queries.figures(first=date(2020, 1, 1), last=date(2020, 1, 2)) == Figures(0, 0, 0, 0, 0)


def test_units_and_days_are_summed_apart() -> None:
    by_unit = queries.by_unit(first=FIRST, last=SECOND)
    by_day = queries.by_day(first=FIRST, last=SECOND)

    assert by_unit == {1: Figures(7, 0, 4, 3, 1), 2: Figures(7, 6, 0, 0, 0)}
    assert by_day == {FIRST: Figures(5, 0, 4, 3, 0), SECOND: Figures(9, 6, 0, 0, 1)}
