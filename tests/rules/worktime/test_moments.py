# SPDX-License-Identifier: Apache-2.0
"""Moments and pauses as text, the years we answer for, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from motcua.rules.worktime import (
    VN,
    MomentError,
    Pause,
    PauseError,
    WorkCalendar,
    due,
    in_vietnam,
    parse_limit,
    parse_moment,
    parse_pause,
)

NOON = datetime(2026, 7, 3, 12, 0, tzinfo=VN)
FIVE_DAYS = parse_limit("5wd")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-07-03T10:00", "2026-07-03T10:00:00+07:00"),
        ("2026-07-03T10:00:05", "2026-07-03T10:00:05+07:00"),
        ("2026-07-03T10:00+07:00", "2026-07-03T10:00:00+07:00"),
        ("2026-07-03T20:30Z", "2026-07-04T03:30:00+07:00"),
        ("2026-07-03T10:00:00.5-05:30", "2026-07-03T22:30:00.500000+07:00"),
    ],
)
def test_a_moment_is_read_into_the_time_of_vietnam(text: str, shown: str) -> None:
    assert parse_moment(text).isoformat() == shown


@pytest.mark.parametrize(
    "text",
    [
        *("", "today", "2026-07-03", "2026-07-03 10:00", "20260703T1000", "2026-W27-5T10:00"),
        *("03/07/2026T10:00", "2026-7-3T10:00", "2026-07-03T10", "２026-07-03T10:00"),
        *("2026-07-03T10:00+7", "2026-07-03T10:00\n", "2026-07-03T10:00:00.1234567"),
    ],
)
def test_another_shape_is_no_moment(text: str) -> None:
    with pytest.raises(MomentError, match="write it like 2026-07-03T10:00"):
        parse_moment(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30T10:00", "2026-13-01T10:00", "2026-00-01T10:00", "0000-01-01T10:00"),
        *("2026-07-03T24:00", "2026-07-03T10:60", "2026-07-03T10:00:60"),
        *("2026-07-03T10:00+24:00", "2027-02-29T10:00"),
    ],
)
def test_a_moment_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="does not exist"):
        parse_moment(text)


@pytest.mark.parametrize(
    "text",
    [
        *("0001-01-01T00:00+14:00", "1999-12-31T10:00", "2200-01-01T10:00"),
        *("9999-12-31T23:59-14:00", "2199-12-31T20:00Z"),
    ],
)
def test_a_year_we_cannot_answer_for_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="is out of range: only 2000 to 2199"):
        parse_moment(text)


@pytest.mark.parametrize("limit", ["1wd", "8wh", "1d", "1m", "same-day", "9999m", "9999d"])
def test_a_due_moment_after_the_last_year_is_refused(limit: str) -> None:
    late = datetime(2199, 12, 31, 16, 0, tzinfo=VN)

    with pytest.raises(MomentError, match="is out of range"):
        due(received_at=late, limit=parse_limit(limit), calendar=WorkCalendar())


def test_a_moment_without_a_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        in_vietnam(NOON.replace(tzinfo=None))


def test_a_pause_is_two_moments_with_a_slash() -> None:
    assert parse_pause("2026-07-03T12:00/2026-07-03T05:00Z") == Pause(
        NOON, datetime(2026, 7, 3, 5, 0, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2026-07-03T12:00", "is not a pause"),
        ("/2026-07-03T12:00", "is not a pause"),
        ("", "is not a pause"),
        ("2026-07-03T12:00/", "has not ended"),
        ("2026-07-03T12:00/..", "has not ended"),
        ("2026-07-03T12:00/2026-07-03T11:59:59", "cannot end before it starts"),
    ],
)
def test_a_pause_that_is_none_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(PauseError, match=sentence):
        parse_pause(text)


@pytest.mark.parametrize("text", ["2026-07-03T12:00/soon", "a/b", "2026-07-03T12:00/x/y"])
def test_a_pause_of_no_moments_is_refused(text: str) -> None:
    with pytest.raises(MomentError):
        parse_pause(text)


def test_a_pause_before_receipt_is_refused() -> None:
    pause = parse_pause("2026-07-03T11:59:59/2026-07-06T10:00")

    with pytest.raises(PauseError, match="before the dossier was received"):
        due(received_at=NOON, limit=FIVE_DAYS, calendar=WorkCalendar(), pauses=[pause])


def test_a_pause_may_start_at_receipt() -> None:
    pause = parse_pause("2026-07-03T12:00/2026-07-03T14:30")

    moment = due(received_at=NOON, limit=FIVE_DAYS, calendar=WorkCalendar(), pauses=[pause])

    assert moment == datetime(2026, 7, 10, 14, 30, tzinfo=VN)
