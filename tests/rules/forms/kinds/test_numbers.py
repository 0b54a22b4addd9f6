# SPDX-License-Identifier: Apache-2.0
"""Numbers, measures and amounts written the Vietnamese way."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("12", 12),
        ("1.500", 1500),
        ("1 500 000", 1500000),
        ("1,500", 1500),
        (12, 12),
        (12.0, 12),
        (0, 0),
        ("007", 7),
        ("1.5", "whole_number"),
        ("1,5", "whole_number"),
        ("1.500,00", "whole_number"),
        ("1.50.000", "whole_number"),
        ("1.500 000", "whole_number"),
        (1.234, "whole_number"),
        ("-1", "too_small"),
        (-1, "too_small"),
        ("1e3", "whole_number"),
        ("٣", "whole_number"),
        ("9" * 16, "too_large"),
        (10**4000, "too_large"),
        (-(10**4000), "too_small"),
        ("9" * 10_000, "too_long"),
        (float("inf"), "wrong_shape"),
        (float("nan"), "wrong_shape"),
        (1e300, "wrong_shape"),
        (True, "wrong_shape"),
        ([1], "wrong_shape"),
    ],
)
def test_a_whole_number(raw: object, kept: object) -> None:
    assert keeps("integer", raw) == kept


def test_bounds_of_a_number_are_told_with_dots() -> None:
    form = a_form(a_field("it", "integer", min=-5, max=12_000))

    assert check(form, {"it": "-5"}).values == {"it": -5}
    (fault,) = check(form, {"it": "12.001"}).faults
    assert fault.say() == "The number must be at most 12.000."


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("1.500.000", 1500000),
        ("1.500.000 đ", 1500000),
        ("1500000đồng", 1500000),
        ("200.000 VNĐ", 200000),
        ("0", 0),
        (1500000, 1500000),
        ("1,5 triệu", "money"),
        ("100.000,50", "money"),
        ("-1000", "too_small"),
        ("đ", "money"),
        (0.5, "money"),
    ],
)
def test_money_is_whole_dong(raw: object, kept: object) -> None:
    assert keeps("money", raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("120,5", 120.5),
        ("120.5", 120.5),
        ("1.234,56", 1234.56),
        ("1 234,5", 1234.5),
        ("1.234", 1234),
        ("120,00", 120),
        (120.5, 120.5),
        (1.234, "too_many_places"),
        ("0,125", "too_many_places"),
        ("120", 120),
        (120, 120),
        ("1,234.5", "number"),
        ("1,2,3", "number"),
        (",5", "number"),
        ("NaN", "number"),
        ("-0,5", "too_small"),
        ("2.000.000.000", "too_large"),
        (False, "wrong_shape"),
    ],
)
def test_a_measure_has_a_comma(raw: object, kept: object) -> None:
    assert keeps("decimal", raw, unit="m²") == kept


def test_a_measure_may_be_finer() -> None:
    assert keeps("decimal", "0,125", places=3) == 0.125
    assert keeps("decimal", 0.125, places=3) == 0.125
