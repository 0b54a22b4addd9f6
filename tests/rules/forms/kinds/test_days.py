# SPDX-License-Identifier: Apache-2.0
"""Bounds that move with the day of the check."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.rules.forms.definition import Definition, DefinitionError
from motcua.rules.forms.kinds.days import Bound, bound, in_words, read_day


@pytest.mark.parametrize(
    ("written", "today", "day"),
    [
        ("-1y", date(2024, 2, 29), date(2023, 2, 28)),
        ("+1m", date(2026, 1, 31), date(2026, 2, 28)),
        ("-1m", date(2026, 1, 15), date(2025, 12, 15)),
        ("+30d", date(2026, 7, 1), date(2026, 7, 31)),
        ("today", date(2026, 7, 1), date(2026, 7, 1)),
        ("31/12/2026", date(2026, 7, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_a_bound_is_a_day_or_a_shift(written: object, today: date, day: date) -> None:
    found = bound(Definition({"min": written}), "min", Bound(None))

    assert found.on(today) == day


@pytest.mark.parametrize("written", ["18y", "-18", "yesterday", "31/2/2026", "-99999y", 18, True])
def test_anything_else_is_no_bound(written: object) -> None:
    with pytest.raises(DefinitionError) as caught:
        bound(Definition({"min": written}), "min", Bound(None))

    assert (caught.value.path, caught.value.code) == ("min", "bad_bound")


def test_a_day_in_words_is_read_back() -> None:
    assert read_day(in_words(date(1905, 3, 9))) == date(1905, 3, 9)
