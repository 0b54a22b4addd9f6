# SPDX-License-Identifier: Apache-2.0
"""Reading time limits out of national records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.rules.generation.limits import minutes, national_limit
from motcua.rules.worktime import parse_limit
from tests.rules.generation.records import ways


def read(**facts: Any) -> tuple[str | None, bool]:
    limit = national_limit(facts)
    return (str(limit.longest) if limit.longest else None), limit.is_certain


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (5.0, "Ngày làm việc", ("5wd", True)),
        (5, "ngày làm việc", ("5wd", True)),
        (30, "Ngày", ("30d", True)),
        (8, "Giờ", ("8wh", True)),
        (6, "Tháng", ("6m", True)),
        (0.5, "ngày làm việc", ("4wh", True)),
        (24, "Giờ", ("24wh", False)),
        (24, "Giờ làm việc", ("24wh", True)),
        (1, None, (None, False)),
        (0, "Ngày", (None, False)),
        (1.5, "Ngày", (None, False)),
        (12000, "Ngày", (None, False)),
        (3, "Tuần", (None, False)),
    ],
)
def test_a_stated_time_is_read_with_its_unit(
    value: float, unit: str | None, expected: tuple[str | None, bool]
) -> None:
    assert read(submission=ways(("direct", value, unit))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05 ngày làm việc", ("5wd", True)),
        ("02 (hai) ngày làm việc", ("2wd", True)),
        ("Mười (10) ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.", ("10wd", True)),
        ("6 giờ làm việc", ("6wh", True)),
        ("105 ngày", ("105d", True)),
        ("12 Tháng", ("12m", True)),
        ("15 giờ", ("same-day", False)),
        ("Ngay sau khi nhận đủ hồ sơ hợp lệ", ("same-day", False)),
        ("Trong ngày làm việc", ("same-day", False)),
        ("1 (đơn vị không ghi)", (None, False)),
        ("0 (đơn vị không ghi)", (None, False)),
        ("2 Giờ; 220 (đơn vị không ghi)", ("2wh", False)),
        ("3 Ngày làm việc; 30 Ngày", ("30d", False)),
        ("30 Ngày; 30 Ngày làm việc", ("30wd", False)),
        ("Theo quy định", (None, False)),
        ("", (None, False)),
    ],
)
def test_a_text_is_read_when_no_channel_states_a_time(
    text: str, expected: tuple[str | None, bool]
) -> None:
    assert read(processing_time=text, submission=ways(("direct", None, None))) == expected


def test_nothing_known_is_no_limit() -> None:
    assert read() == (None, False)


def test_channels_that_agree_are_certain() -> None:
    limit = national_limit(
        {"submission": ways(("online", 3, "ngày làm việc"), ("direct", 3, "Ngày làm việc"))}
    )

    assert limit.is_certain
    assert limit.by_channel == {}


def test_channels_that_differ_each_keep_theirs_and_the_longest_leads() -> None:
    limit = national_limit({"submission": ways(("online", 5, "Ngày"), ("direct", 7, "Ngày"))})

    assert str(limit.longest) == "7d"
    assert {channel: str(one) for channel, one in limit.by_channel.items()} == {
        "online": "5d",
        "direct": "7d",
    }
    assert not limit.is_certain


def test_several_limits_in_one_channel_are_told_apart_by_nobody() -> None:
    limit = national_limit(
        {
            "submission": ways(
                ("online", 5, "Ngày"), ("direct", 5, "Ngày"), ("direct", 15, "Ngày làm việc")
            )
        }
    )

    assert str(limit.longest) == "15wd"
    assert limit.by_channel == {}


def test_one_channel_without_a_unit_makes_the_limit_uncertain() -> None:
    stated = ways(("online", 220, None), ("direct", 2, "Giờ"))

    assert read(submission=stated) == ("2wh", False)


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,6} (Ngày|Giờ|Tháng)( làm việc)?(; )?"))
def test_any_text_gives_a_limit_that_can_be_counted_or_none(text: str) -> None:
    limit = national_limit({"processing_time": text})

    if limit.longest is not None:
        assert parse_limit(str(limit.longest)) == limit.longest
        assert minutes(limit.longest) > 0
