# SPDX-License-Identifier: Apache-2.0
"""Dates of the calendar and their bounds; the day of the check is 1 July 2026."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import TODAY, a_field, a_form, check, codes, keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("31/12/2026", "2026-12-31"),
        ("1/7/2026", "2026-07-01"),
        ("01-07-2026", "2026-07-01"),
        ("01.07.2026", "2026-07-01"),
        ("1 / 7 / 2026", "2026-07-01"),
        ("2026-07-01", "2026-07-01"),
        ("29/2/2024", "2024-02-29"),
        ("29/2/2026", "date"),
        ("31/04/2026", "date"),
        ("12/31/2026", "date"),
        ("0/1/2026", "date"),
        ("01/01/0000", "date"),
        ("0000-01-01", "date"),
        ("01/01/0001", "date_too_early"),
        ("31/12/1899", "date_too_early"),
        ("01/01/1900", "1900-01-01"),
        ("31/12/2199", "2199-12-31"),
        ("01/01/2200", "date_too_late"),
        ("1/7/26", "date"),
        ("20260701", "date"),
        ("2026-07-01T08:00", "date"),
        ("١/٧/٢٠٢٦", "date"),
        ("hôm nay", "date"),
        (20260701, "wrong_shape"),
    ],
)
def test_a_date_is_kept_as_iso_text(raw: object, kept: str) -> None:
    assert keeps("date", raw) == kept


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        ("past_date", "01/07/2026", "2026-07-01"),
        ("past_date", "02/07/2026", "date_in_future"),
        ("past_date", "01/01/0999", "date_too_early"),
        ("past_date", "01/01/9999", "date_in_future"),
        ("future_date", "01/07/2026", "2026-07-01"),
        ("future_date", "30/06/2026", "date_in_past"),
        ("future_date", "01/01/0001", "date_too_early"),
        ("future_date", "01/01/2500", "date_too_late"),
    ],
)
def test_past_and_future_include_today(kind: str, raw: str, kept: str) -> None:
    assert keeps(kind, raw) == kept


@pytest.mark.parametrize(
    ("settings", "raw", "kept"),
    [
        ({"min": "2026-01-15"}, "14/01/2026", "date_too_early"),
        ({"min": TODAY}, "30/06/2026", "date_too_early"),
        ({"max": "today"}, "02/07/2026", "date_too_late"),
        ({"max": "-18y"}, "01/07/2008", "2008-07-01"),
        ({"max": "-18y"}, "02/07/2008", "date_too_late"),
        ({"min": "-60d"}, "02/05/2026", "2026-05-02"),
        ({"min": "-60d"}, "01/05/2026", "date_too_early"),
        ({"min": "+1m"}, "31/07/2026", "date_too_early"),
        ({"min": "-999y"}, "01/01/1900", "1900-01-01"),
        ({"max": "+9999y"}, "31/12/2199", "2199-12-31"),
    ],
)
def test_bounds_are_days_or_counted_from_today(settings: dict, raw: str, kept: str) -> None:
    assert keeps("date", raw, **settings) == kept


def test_a_bound_is_told_as_people_write_dates() -> None:
    (fault,) = check(a_form(a_field("it", "date", max="-18y")), {"it": "1/1/2020"}).faults

    assert fault.say() == "The date must not be after 01/07/2008."


@pytest.mark.parametrize(
    ("married", "divorced", "faults"),
    [
        ("1/3/2020", "1/3/2020", {}),
        ("1/3/2020", "29/2/2020", {"divorced": "date_before_other"}),
        ("", "29/2/2020", {}),
    ],
)
def test_a_date_may_not_precede_another(married: str, divorced: str, faults: dict) -> None:
    form = a_form(
        a_field("divorced", "past_date", not_before="married"), a_field("married", "past_date")
    )

    assert codes(check(form, {"married": married, "divorced": divorced})) == faults


def test_a_row_may_be_compared_with_a_field_around_it() -> None:
    row = a_field("born", "past_date", not_before="married")
    form = a_form(a_field("children", "group", fields=[row]), a_field("married", "past_date"))

    checked = check(form, {"married": "1/3/2020", "children": [{"born": "1/2/2020"}]})

    (fault,) = checked.faults
    assert (fault.path, fault.code) == ("children.0.born", "date_before_other")
    assert fault.say() == "This date must not be before “married”."
